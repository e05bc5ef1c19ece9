import { changeGuideState } from '#src/guides/change-state.ts';
import { writeGuide } from '#src/guides/write-guide.ts';
import { randomUUID } from 'node:crypto';

import type { CommentRow, QuestionId } from '#src/forum/rows.ts';
import { exportMonth } from '#src/finance/exports/export.ts';
import { recordExport } from '#src/finance/exports/record-export.ts';
import { proposeAdjustment } from '#src/finance/adjustments/propose-adjustment.ts';
import { askPrivately } from '#src/handoff/ask-privately.ts';
import type { Month } from '#src/ledger/dates.ts';
import type { CannedUse } from '#src/canned/uses.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { actOnBatch } from '#src/moderation/bulk/act-on-batch.ts';
import { acceptForSilentAsker } from '#src/moderation/silent/accept-for-silent-asker.ts';
import { writeNote } from '#src/moderation/member-file/write-note.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import type { Community } from '#test/support/community.ts';
import {
  aComment,
  aFinancePerson,
  aMember,
  aPicture,
  aModerator,
  anAdmin,
  anAnswer,
  aQuestion,
} from '#test/support/make.ts';
import { lastAudit, rewarding } from '#test/support/rewarding.ts';
import { anAdjustment } from '../finance/adjusting.ts';
import { someDisputes } from '../moderation/appeals/disputes.ts';
import { aGovernedTopic } from '../moderation/governance/stewarding.ts';
import { aTriedDraft } from '../rewards/drafting.ts';
import type { Door } from './routes.ts';

export type World = Awaited<ReturnType<typeof aWorld>>;

/**
 * A small community in which every address leads somewhere: a question that is solved and audited,
 * one that waits for its audit, one that was removed, staff of every kind, mails and a journal.
 */
export async function aWorld(community: Community) {
  const { owner, perform } = community;
  const people = await somePeople(community);
  const { asker, helper, moderator } = people;
  const hands = rewarding(community);

  const question = await aQuestion(owner, { author_id: asker.id });
  const answer = await anAnswer(owner, { question_id: question.id, author_id: helper.id });
  const comment = await aComment(owner, { question_id: question.id, author_id: helper.id });
  await hands.accept(asker, answer);
  const checked = await aQuestion(owner, { author_id: asker.id, topic_id: question.topic_id });
  const passed = await anAnswer(owner, { question_id: checked.id, author_id: helper.id });
  await hands.accept(asker, passed);
  await hands.decide(moderator, passed, 'pass');
  const removed = await anAnswer(owner, { question_id: question.id, author_id: helper.id });
  await perform(moderator, (work) =>
    removePost(work, { answer: removed.id }, { reason: 'rude', note: 'Tell them to cool down' }),
  );
  const cannedIn = async (use: CannedUse) => {
    const row = { use, title: 'Thanks', body: '.', changed_by: moderator.id };
    const texts = owner('canned_texts').insert({ ...row, changed_at: new Date(0) });
    return (await the(texts.returning('id').then(([text]) => text))).id;
  };
  const canned = {
    note: await cannedIn('audit-note'),
    reply: await cannedIn('private-reply'),
    answer: await cannedIn('public-answer'),
  };
  const bulk = await actOnBatch({ perform, markdown: createMarkdown() }, moderator, {
    ...{ bulk: { code: 'pass', note: '' }, chosen: [] },
  });
  const disputes = await someDisputes(community, { ...people, removed, comment });
  const governed = await aGovernedTopic(community, people.steward);
  const quiet = await silentThreads(community, people);
  const suspected = await suspectedPosts(community, question.id);
  await sealTransfers(owner);
  const adjustment = await perform(people.finance, (work) =>
    proposeAdjustment(work, anAdjustment(people.helper)),
  );
  const made = await exportMonth(owner, { month: '2026-01' as Month, format: 'csv' });
  const taken = await perform(people.finance, (work) => recordExport(work, made));

  const picture = await aPicture(owner, { uploader_id: asker.id });
  await owner('picture_uses').insert({ picture_id: picture.id, question_id: question.id });

  const conversation = await aConversation(community, asker);

  await perform(moderator, (work) =>
    writeNote(work, helper.id, { body: 'Ring them first.', key: randomUUID() }),
  );
  const note = await the(owner('staff_notes').first());

  const guide = await perform(moderator, (work) =>
    writeGuide(work, createMarkdown(), {
      ...{ title: 'No signal after a change of SIM', body: 'Restart it.', months: 6 },
      ...{ answerId: answer.id, topicId: question.topic_id, credits: [] },
    }),
  );
  await perform(moderator, (work) => changeGuideState(work, guide.id, 'published'));

  const rules = await aTriedDraft(community, people.finance, { day: '2026-01-15' });

  return {
    ...{ bulk, canned, guide, draft: await aDraft(community, asker) },
    ...{
      governed,
      disputes,
      taken,
      rules,
      conversation,
      picture,
      note,
      people,
      question,
      answer,
      comment,
      checked,
      passed,
      removed,
      adjustment,
    },
    audit: await lastAudit(owner, answer),
    topic: await the(owner('topics').where({ id: question.topic_id }).first()),
    mail: await the(owner('mails').first()),
    finding: await aFinding(community, comment),
    pair: await aPair(community, [question.id, checked.id]),
    ...quiet,
    fraudCase: await aFraudCase(community, [asker, helper]),
    ...{ ...quiet, ...suspected },
    month: '2026-01',
  };
}

/** A first post that waits for a look, another post that may be spam, and a word on the lists. */
async function suspectedPosts({ owner, perform }: Community, question_id: QuestionId) {
  const author = await aMember(owner);
  await perform(author, (work) =>
    postAnswer(work, createMarkdown(), { question: question_id, body: 'See https://example.org' }),
  );
  const { id: comment_id } = await aComment(owner, { question_id });
  const [spam] = await owner('suspicions')
    .insert({
      ...{ comment_id, author_id: author.id, kind: 'spam', reasons: ['likely-spam'] },
      ...{ held: false, opened_at: new Date('2026-01-15T12:00:00Z') },
    })
    .returning('*');
  const [word] = await owner('listed_words')
    .insert({ phrase: 'casino', effect: 'hold', added_at: new Date('2026-01-15T12:00:00Z') })
    .returning('*');
  const firstPost = await owner('suspicions').where({ author_id: author.id }).first();
  return {
    firstPost: await the(Promise.resolve(firstPost)),
    suspectedSpam: await the(Promise.resolve(spam)),
    listedWord: await the(Promise.resolve(word)),
  };
}

/** An answer that may be accepted for its asker, and one that was. */
async function silentThreads(community: Community, { asker, moderator }: People) {
  const { owner, perform } = community;
  const longAgo = new Date('2026-01-01T12:00:00Z');
  const quiet = async () => {
    const { id } = await aQuestion(owner, { author_id: asker.id, asked_at: longAgo });
    return anAnswer(owner, { question_id: id, score: 5, answered_at: longAgo });
  };
  const [candidate, accepted] = [await quiet(), await quiet()];
  await perform(moderator, (work) => acceptForSilentAsker(work, accepted.id, 'Five say so'));
  return { candidate, acceptedForAsker: accepted };
}

/** What somebody has typed and not posted. */
async function aDraft({ owner, now }: Community, { id: member_id }: MemberRow) {
  const [draft] = await owner('drafts')
    .insert({
      ...{ member_id, title: 'Half a question', body: 'Half a sen', topic: '' },
      ...{ private: false, version: 1, saved_at: now() },
    })
    .returning('*');
  return the(Promise.resolve(draft));
}

type People = Awaited<ReturnType<typeof somePeople>>;

async function aFinding({ owner }: Community, comment: CommentRow) {
  const found = { kind: 'phone', mask: '077•• ••• 412', fingerprint: '0'.repeat(64) } as const;
  const [finding] = await owner('personal_data_findings')
    .insert({ ...found, comment_id: comment.id, version: 1, found_at: comment.made_at })
    .returning('*');
  return the(Promise.resolve(finding));
}

/** Two questions that may ask the same. */
const aPair = ({ owner }: Community, [older_id, newer_id]: [QuestionId, QuestionId]) =>
  the(
    owner('likely_duplicates')
      .insert({ older_id, newer_id, noted_at: new Date(0) })
      .returning('id')
      .then(([pair]) => pair),
  );

/** Two members of whom it is suspected that they accept each other's answers for the money. */
async function aFraudCase({ owner, now }: Community, members: MemberRow[]) {
  const at = { opened_at: now(), changed_at: now() };
  const [row] = await owner('fraud_cases')
    .insert({ score: 90, reasons: ['circle', 'hasty', 'mutual'], acceptances: 2, ...at })
    .returning('*');
  const { id } = await the(Promise.resolve(row));
  for (const { id: member_id } of members) {
    await owner('fraud_case_members').insert({ case_id: id, member_id, added_at: now() });
  }
  return id;
}

/** What the asker has asked the team in private. */
async function aConversation({ owner, perform }: Community, asker: MemberRow) {
  const { id } = await perform(asker, (work) =>
    askPrivately(work, createMarkdown(), {
      ...{ subject: 'My bill is wrong', body: 'It says £99.', origin: 'asked' },
      key: randomUUID(),
    }),
  );
  const message = await the(owner('case_messages').where({ case_id: id }).first());
  return { id, message: message.id };
}

async function somePeople({ owner }: Community) {
  return {
    asker: await aMember(owner),
    helper: await aMember(owner),
    bystander: await aMember(owner),
    steward: await aMember(owner, { level: 'steward' }),
    moderator: await aModerator(owner),
    finance: await aFinancePerson(owner),
    admin: await anAdmin(owner),
  };
}

/** Somebody to whom a door opens. */
export function guestOf({ people }: World, door: Door): MemberRow | undefined {
  const { asker, helper, steward, moderator, finance, admin } = people;
  const shared = { 'moderator or admin': moderator, 'moderator or finance or admin': moderator };
  const staff = { moderator, finance, admin, ...shared };
  return { anyone: undefined, member: asker, helper, steward, ...staff }[door];
}

/** An address with everything in it that leads somewhere in this world. */
export function realPath(world: World, path: string): string {
  const { question, answer, comment, audit, topic, mail, people, month, adjustment } = world;
  const { finding, taken, rules, conversation, governed, note, disputes } = world;
  const ids: [RegExp, string | number][] = [
    [/^\/me\/drafts\/:id/, `/me/drafts/${String(world.draft.id)}`],
    [/^\/q\/:id\/objection/, `/q/${String(world.acceptedForAsker.question_id)}/objection`],
    [/^\/staff\/first-posts\/:id/, `/staff/first-posts/${String(world.firstPost.id)}`],
    [/^\/staff\/spam\/:id/, `/staff/spam/${String(world.suspectedSpam.id)}`],
    [/^\/staff\/word-lists\/:id/, `/staff/word-lists/${String(world.listedWord.id)}`],
    [/^\/staff\/silent\/:id/, `/staff/silent/${String(world.candidate.id)}`],
    [/^\/staff\/unanswered\/:id/, `/staff/unanswered/${String(question.id)}`],
    [/^\/q\/:id/, `/q/${String(question.id)}`],
    [/^\/ask\/solved\/:id/, `/ask/solved/${String(question.id)}`],
    [/^\/a\/:id/, `/a/${String(path.includes('helped') ? world.passed.id : answer.id)}`],
    [/^\/c\/:id/, `/c/${String(comment.id)}`],
    [/^\/staff\/audits\/:id/, `/staff/audits/${String(audit.id)}`],
    [/^\/staff\/governance\/reviews\/:id/, `/staff/governance/reviews/${String(governed.review)}`],
    [
      /^\/staff\/governance\/stewards\/:id/,
      `/staff/governance/stewards/${String(governed.steward)}`,
    ],
    [/^\/report\/:kind\/:id/, `/report/a/${String(answer.id)}`],
    [/^\/staff\/reports\/:id/, `/staff/reports/${String(disputes.reported)}`],
    [/^\/staff\/appeals\/:id/, `/staff/appeals/${String(disputes.appeal)}`],
    [/^\/staff\/sanctions\/:id/, `/staff/sanctions/${String(disputes.sanction)}`],
    [/^\/admin\/sanction-texts\/:slug/, '/admin/sanction-texts/rude'],
    [/^\/steward\/audits\/:id/, `/steward/audits/${String(governed.waiting)}`],
    [/^\/staff\/duplicates\/:id/, `/staff/duplicates/${String(world.pair.id)}`],
    [/^\/staff\/synonyms\/:id/, '/staff/synonyms/1'],
    [/^\/staff\/canned-notes\/:id/, `/staff/canned-notes/${String(world.canned.note)}`],
    [/^\/staff\/canned-answers\/:id/, `/staff/canned-answers/${String(world.canned.answer)}`],
    [/^\/staff\/guides\/:id/, `/staff/guides/${String(world.guide.id)}`],
    [/^\/guides\/:slug/, `/guides/${world.guide.slug}`],
    [/^\/staff\/bulk\/:id/, `/staff/bulk/${String(world.bulk)}`],
    [/^\/staff\/queue\/:kind\/:id/, `/staff/queue/audit/${String(audit.id)}`],
    [/^\/finance\/rules\/:id/, `/finance/rules/${String(rules.id)}`],
    [/^\/staff\/fraud\/:id/, `/staff/fraud/${String(world.fraudCase)}`],
    [/^\/staff\/personal-data\/:id/, `/staff/personal-data/${String(finding.id)}`],
    [/^\/me\/conversations\/:id/, `/me/conversations/${String(conversation.id)}`],
    [/^\/staff\/case-replies\/:id/, `/staff/case-replies/${String(world.canned.reply)}`],
    [/^\/staff\/cases\/:id/, `/staff/cases/${String(conversation.id)}`],
    [/:acceptance$/, audit.acceptance_id],
    [/:message/, conversation.message],
    [/^\/admin\/members\/:id/, `/admin/members/${String(people.bystander.id)}`],
    [/^\/admin\/texts\/:slug/, '/admin/texts/rewards'],
    [/^\/finance\/adjustments\/:id/, `/finance/adjustments/${String(adjustment.id)}`],
    [/^\/finance\/exports\/:id/, `/finance/exports/${String(taken.id)}`],
    [/^\/finance\/audits\/:id/, `/finance/audits/${String(audit.id)}`],
    [/^\/finance\/members\/:id/, `/finance/members/${String(people.helper.id)}`],
    [/:chunk/, 1],
    [/:year/, '2026'],
    [/:entry/, 1],
    [/^\/dev\/mail\/:id/, `/dev/mail/${String(mail.id)}`],
    [/^(\/q\/\d+)\/:slug/, `$1/${question.slug}`],
    [/:slug/, topic.slug],
    [/^\/pictures\/:name/, `/pictures/${world.picture.name}`],
    [/:name/, people.helper.name],
    [/:note/, note.id],
    [/:number/, 1],
    [/:ym/, month],
    [/:date/, `${month}-31`],
    [/:token/, 'not-a-token'],
    [/\*path/, 'nothing.css'],
  ];
  return ids.reduce((text, [pattern, value]) => text.replace(pattern, String(value)), path);
}

async function the<T>(row: PromiseLike<T | undefined>): Promise<T> {
  const found = await row;
  if (found === undefined) throw new Error('this world lacks something');
  return found;
}
