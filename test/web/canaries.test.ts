import { expect } from 'chai';

import { memberAccount } from '#src/ledger/accounts.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { post } from '#src/ledger/transfers.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { turnTopic } from '#src/moderation/governance/turn-topic.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { holdBack } from '#src/forum/hold-back.ts';
import { askQuestion } from '#src/forum/ask-question.ts';
import { editAnswer } from '#src/forum/edit-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { postComment } from '#src/forum/post-comment.ts';
import { maskingMarkdown } from '#src/trust/personal-data/masking-markdown.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import type { PostRef } from '#src/forum/posts.ts';
import { aCommunity } from '#test/support/community.ts';
import { operator } from '#test/support/domain.ts';
import {
  aComment,
  aFinancePerson,
  aMember,
  aModerator,
  anAdmin,
  anAnswer,
  aQuestion,
  aTopic,
} from '#test/support/make.ts';
import { rewarding } from '#test/support/rewarding.ts';
import { actsOn, anAuditIn, aSteward, failed } from '../moderation/governance/stewarding.ts';
import { crawl, type Shown } from './crawl.ts';
import { talkInPrivate } from './secret-cases.ts';
import { disputeThings } from './secret-disputes.ts';
import { noteOnMember } from './secret-notes.ts';
import { ROUTES } from './routes.ts';

/** Who may see each secret; whoever is not named here may not see it anywhere. */
const MAY_SEE: Record<string, Person[]> = {
  'a removed answer': ['author', 'moderator'],
  'a removed question': ['author', 'moderator'],
  'the title of a removed question': ['author', 'moderator'],
  'a removed comment': ['author', 'moderator'],
  'an answer to a removed question': ['author', 'moderator'],
  'an answer that waits for a look': ['author', 'moderator'],
  'a comment that waits for a look': ['author', 'moderator'],
  'a question that waits for a look': ['author', 'moderator'],
  'the title of a question that waits': ['author', 'moderator'],
  'a former text of a removed answer': ['author', 'moderator'],
  'why an answer was removed': ['author', 'moderator'],
  'what a moderator wrote to an author': ['author', 'moderator', 'finance'],
  'an email address': ['author', 'admin'],
  'a password’s hash': [],
  'what a steward thinks of a waiting answer': [],
  'why somebody was made a steward': ['moderator', 'admin'],
  'why the dial was turned': ['moderator', 'admin'],
  'what somebody holds': ['author', 'finance'],
  'what looks personal in a title': ['moderator'],
  'what looks personal in a question': ['moderator'],
  'what looks personal in an answer': ['author', 'moderator'],
  'what looks personal in a former text': ['author', 'moderator'],
  'what looks personal in a reason': ['author', 'moderator'],
  'what looks personal in a comment': ['moderator'],
  'what looks personal in a profile': ['author'],
  'what a private case is about': ['author', 'moderator', 'admin'],
  'what a member wrote in private': ['author', 'moderator', 'admin'],
  'what our team wrote in private': ['author', 'moderator', 'admin'],
  'what our team noted on a case': ['moderator', 'admin'],
  'why a case was handed over': ['moderator', 'admin'],
  'a case that waits for its first words': ['moderator', 'admin'],
  'what an admin took out of a case': [],
  'what a reporter wrote': ['moderator'],
  'what a reporter wrote of what waits': ['moderator'],
  'what our team wrote on a report': ['moderator'],
  'what a sanction says': ['author', 'moderator', 'admin'],
  'why somebody appeals against a sanction': ['author', 'moderator', 'admin'],
  'what an appeal came to': ['author', 'moderator', 'admin'],
  'what our team wrote on an appeal': ['moderator', 'admin'],
  'a removed answer that is appealed': ['author', 'moderator', 'admin'],
  'why somebody appeals against a removal': ['author', 'moderator', 'admin'],
  'what our team noted of a member': ['moderator', 'admin'],
  'what no longer holds of a member': ['moderator', 'admin'],
  'why a note was struck out': ['moderator', 'admin'],
  'what a public answer says': ['visitor', 'stranger', 'author', 'moderator', 'finance', 'admin'],
};

type Person = 'visitor' | 'stranger' | 'author' | 'moderator' | 'finance' | 'admin';

const PEOPLE: Person[] = ['visitor', 'stranger', 'author', 'moderator', 'finance', 'admin'];

describe('Secrets', function () {
  this.timeout(120_000);
  const community = aCommunity();
  const secrets: Record<string, string> = {};
  const people = {} as Record<Exclude<Person, 'visitor'>, MemberRow>;
  let ids: Record<
    'question' | 'answer' | 'hidden' | 'waiting' | 'waitingAnswer' | 'comment' | 'asked' | 'told',
    number
  >;

  /** A word that stands nowhere else. */
  const plant = (secret: string) => {
    const canary = `canary${String(Object.keys(secrets).length)}bird`;
    secrets[secret] = canary;
    return canary;
  };
  /** A canary and a word beside it by which a search would find the two. */
  const plantText = (secret: string) => {
    const canary = plant(secret);
    return `${canary.replace('canary', 'seed')} for ${canary}`;
  };

  before(async () => {
    const { owner, perform } = community;
    const { author, moderator, finance } = Object.assign(people, {
      stranger: await aMember(owner),
      author: await aMember(owner, {
        email: `${plant('an email address')}@example.com`,
        password_hash: plant('a password’s hash'),
      }),
      moderator: await aModerator(owner),
      finance: await aFinancePerson(owner),
      admin: await anAdmin(owner),
    });
    const byAuthor = { author_id: author.id };
    const remove = (ref: PostRef, note: string) =>
      perform(moderator, (work) => removePost(work, ref, { reason: 'rude', note }));
    const { accept, decide } = rewarding(community);

    const asker = await aMember(owner);
    const question = await aQuestion(owner, { author_id: asker.id });
    const on = { question_id: question.id };
    const body = plantText('what a public answer says');
    const answer = await anAnswer(owner, { ...on, ...byAuthor, body });
    await accept(asker, answer);
    await decideWithNote();

    const removed = await anAnswer(owner, {
      ...{ ...on, ...byAuthor, version: 2, body: plantText('a removed answer') },
    });
    const before = { answer_id: removed.id, version: 1, editor_id: author.id };
    const former = plantText('a former text of a removed answer');
    await owner('answer_versions').insert({ ...before, body: former, made_at: community.now() });
    await remove({ answer: removed.id }, plantText('why an answer was removed'));

    const comment = await aComment(owner, {
      ...{ ...on, ...byAuthor, body: plantText('a removed comment') },
    });
    await remove({ comment: comment.id }, '');

    const title = `About ${plantText('the title of a removed question')}`;
    const hidden = await aQuestion(owner, {
      ...{ ...byAuthor, title, body: plantText('a removed question') },
    });
    const beneath = plantText('an answer to a removed question');
    await anAnswer(owner, { question_id: hidden.id, ...byAuthor, body: beneath });
    await remove({ question: hidden.id }, '');

    const waiting = await waitForALook();

    const told = await tellPersonalThings();
    await askStewards();

    await talkInPrivate(community, people, plantText);
    await noteOnMember(community, people, plantText);
    await disputeThings(community, people, plantText);

    secrets['what somebody holds'] = '654.32';
    await perform(finance, (work) =>
      post(work, {
        ...{ key: 'test.fortune', event: 'adjustment', amount: 65_382n, ref: 'test:1' },
        ...{ debit: 'expense:write-off', credit: memberAccount(author.id, 'available') },
        approverId: moderator.id,
      }),
    );
    await sealTransfers(owner);
    ids = {
      ...{ question: question.id, answer: removed.id, hidden: hidden.id, comment: comment.id },
      ...waiting,
      ...{ asked: told.question_id, told: told.id },
    };

    /** Posted, and kept from readers until somebody has looked. */
    async function waitForALook() {
      const said = await anAnswer(owner, {
        ...{ ...on, ...byAuthor, body: plantText('an answer that waits for a look') },
      });
      const remark = await aComment(owner, {
        ...{ ...on, ...byAuthor, body: plantText('a comment that waits for a look') },
      });
      const asked = await aQuestion(owner, {
        title: `About ${plantText('the title of a question that waits')}`,
        ...{ ...byAuthor, body: plantText('a question that waits for a look') },
      });
      const posts = [{ answer: said.id }, { comment: remark.id }, { question: asked.id }];
      for (const post of posts) {
        await perform('system', (work) => holdBack(work, post as PostRef));
      }
      return { waitingAnswer: said.id, waiting: asked.id };
    }

    /** Published all the same, as people do: nobody may read it but whoever wrote it and the team. */
    async function tellPersonalThings() {
      const markdown = maskingMarkdown(createMarkdown(), operator);
      const address = (of: string) => `${plant(`what looks personal in ${of}`)}@example.com`;
      const { slug } = await aTopic(owner);
      const asked = await perform(asker, (work) =>
        askQuestion(work, markdown, {
          ...{ topic: slug, title: `Is ${address('a title')} my login?` },
          body: `I am ${address('a question')}, and **no** signal.`,
        }),
      );
      const answered = await perform(author, (work) =>
        postAnswer(work, markdown, {
          question: asked.id,
          body: `Ask ${address('a former text')}.`,
        }),
      );
      const change = { body: `Ask ${address('an answer')}.`, reason: `Not ${address('a reason')}` };
      const edited = await perform(author, (work) =>
        editAnswer(work, markdown, { answer: answered.id, version: 1, ...change }),
      );
      await perform(author, (work) =>
        postComment(work, markdown, {
          ...{ on: { answer: answered.id }, body: `Or ${address('a comment')}.` },
        }),
      );
      const bio = `Write to ${address('a profile')}`;
      await owner('members').where({ id: author.id }).update({ bio });
      await accept(asker, edited);
      await owner('answers').where({ id: edited.id }).update({ score: 3 });
      return edited;
    }

    async function askStewards() {
      const topic = await aTopic(owner);
      const ann = await aSteward(owner, [topic]);
      await aSteward(owner, [topic]);
      const reason = plantText('why somebody was made a steward');
      await owner('stewards').where({ member_id: ann.id }).update({ reason });
      const why = plantText('why the dial was turned');
      const turn = { from: 'staff', to: 'mixed', reason: why } as const;
      await perform(moderator, (work) => turnTopic(work, topic.id, turn));
      const { audit } = await anAuditIn(community, topic);
      const note = plantText('what a steward thinks of a waiting answer');
      await actsOn(community).say(ann, audit, { ...failed, note });
    }

    async function decideWithNote() {
      const verdict = await decide(moderator, answer, 'pass');
      const note = plantText('what a moderator wrote to an author');
      await owner('verdicts').where({ id: verdict.id }).update({ note });
    }
  });

  /** Every address that takes no guessing, and those of the hidden things for whoever guesses. */
  const starts = () => {
    const plain = ROUTES.filter(({ method, path }) => method === 'get' && !/[:*]/.test(path));
    const words = Object.values(secrets)
      .filter((canary) => canary.startsWith('canary'))
      .map((canary) => canary.replace('canary', 'seed'));
    return [
      ...plain.map(({ path }) => path),
      ...words.map((word) => `/search?q=${word}`),
      ...words.map((word) => `/admin/members?q=${word}`),
      ...words.map((word) => `/finance/ledger?q=${word}`),
      ...['', '/answers'].map((tab) => `/u/${people.author.name}${tab}`),
      ...['', '/edit', '/history', '/removal'].flatMap((page) => [
        ...[`/q/${String(ids.question)}${page}`, `/q/${String(ids.hidden)}${page}`],
        ...[`/q/${String(ids.waiting)}${page}`, `/a/${String(ids.waitingAnswer)}${page}`],
        ...[`/a/${String(ids.answer)}${page}`, `/c/${String(ids.comment)}${page}`],
      ]),
      ...['1', '2', '3'].flatMap((id) => [
        ...[`/staff/reports/${id}`, `/staff/appeals/${id}`],
        ...['sanction', 'removal'].map((kind) => `/appeals/new?of=${kind}:${id}`),
      ]),
      `/staff/members/${people.author.name}/sanctions`,
      ...['1', '2', '3'].flatMap((id) => [`/staff/cases/${id}`, `/me/conversations/${id}`]),
      ...['answers', 'questions', 'comments'].map(
        (posts) => `/staff/members/${people.author.name}?posts=${posts}`,
      ),
      ...['waiting', 'mine', 'unassigned', 'all', 'closed'].map(
        (tab) => `/staff/cases?show=${tab}`,
      ),
      ...['1', '2', '3'].flatMap((id) => [`/staff/audits/${id}`, `/finance/audits/${id}`]),
      ...['1', '2', '3'].map((id) => `/finance/members/${id}`),
      ...['', '/edit', '/history'].flatMap((page) => [
        ...[`/q/${String(ids.asked)}${page}`, `/a/${String(ids.told)}${page}`],
      ]),
      ...['1', '2', '3', 't3'].map((number) => `/finance/entries/${number}`),
      ...['/wallet/statement/2026-01.csv', '/finance/ledger/2026-01.csv'],
      ...['/finance/trial-balance/2026-01.csv', '/finance/journal/2026-01.hledger'],
    ];
  };

  it('that are personal or private are in no mail and in no index of the search', async () => {
    const { rows } = await community.owner.raw<{ rows: { told: string }[] }>(
      `select m::text as told from mails m
        union all select document::text from search_documents
        union all select l::text from moderation_log l where l.subject ~ '^(case|member):'
        union all select e::text from events e`,
    );

    const hidden = Object.entries(secrets).filter(([secret]) =>
      /looks personal|private|a case|of a member|struck|reporter|on a report|appeals against/.test(
        secret,
      ),
    );
    const leaks = hidden.filter(([, canary]) => rows.some(({ told }) => told.includes(canary)));
    expect(hidden).to.have.length(22);
    expect(leaks).to.deep.equal([]);
  });

  for (const person of PEOPLE) {
    it(`that ${person === 'author' ? 'are not the author’s' : `the ${person} may not see`} are nowhere`, async () => {
      const member = person === 'visitor' ? undefined : people[person];

      const shown = await crawl(community, member, starts());

      const seen = Object.entries(secrets).filter(
        ([, canary]) => placesOf(shown, canary).length > 0,
      );
      const expected = Object.keys(secrets).filter((secret) => MAY_SEE[secret]?.includes(person));
      const where = seen.map(([secret, canary]) => `${secret}: ${placesOf(shown, canary).join()}`);
      expect(
        seen.map(([secret]) => secret),
        where.join('\n'),
      ).to.have.members(expected);
      expect(shown.size).to.be.above(50);
    });
  }
});

/** Where a canary sings. */
const placesOf = (shown: Shown, canary: string): string[] =>
  [...shown].filter(([, told]) => told.includes(canary)).map(([path]) => path);
