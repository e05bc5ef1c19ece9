import { expect } from 'chai';

import { askQuestion } from '#src/forum/ask-question.ts';
import { editQuestion } from '#src/forum/edit-question.ts';
import type { QuestionId } from '#src/forum/rows.ts';
import { searchQuestions } from '#src/forum/search/search-questions.ts';
import { decideFinding } from '#src/moderation/posts/decide-finding.ts';
import { removePost, restorePost } from '#src/moderation/posts/remove-post.ts';
import { listActs } from '#src/moderation/log.ts';
import { maskingMarkdown } from '#src/trust/personal-data/masking-markdown.ts';
import { readFindings } from '#src/trust/personal-data/read-findings.ts';
import type { PersonalDataFindingId } from '#src/trust/rows.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain, operator } from '#test/support/domain.ts';
import { mailsTo } from '#test/support/mailbox.ts';
import { aMember, aModerator, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

const surroundings = { country: 'GB', own: [] } as const;

describe('deciding what looks personal', () => {
  const domain = aDomain();
  const markdown = maskingMarkdown(createMarkdown(), operator);

  /** A question that a member has asked although it says how to ring them. */
  async function aTellingQuestion(title = 'Is 07700 900412 mine?') {
    const asker = await aMember(domain.owner, { level: 'helper' });
    const { slug } = await aTopic(domain.owner);
    const body = 'Ring **07700 900412** or write to una@example.com.';
    const question = await domain.perform(asker, (work) =>
      askQuestion(work, markdown, { topic: slug, title, body }),
    );
    return { asker, question, body };
  }
  const findingsOf = (id: QuestionId) =>
    domain.db('personal_data_findings').where({ question_id: id }).orderBy('id');
  const readQuestion = async (id: QuestionId) =>
    (await domain.db('questions').where({ id }).first())!;
  const show = { state: 'shown', reason: 'It’s the shop’s', was: 'waiting' } as const;
  const decide = async (
    id: PersonalDataFindingId,
    settlement: Parameters<typeof decideFinding>[3],
  ) =>
    domain.perform(await aModerator(domain.owner), (work) =>
      decideFinding(work, markdown, id, settlement),
    );

  it('waits in the queue until it is decided, taken out or out of sight', async () => {
    const { asker, question } = await aTellingQuestion();
    const moderator = await aModerator(domain.owner);
    const [phone, email] = await findingsOf(question.id);
    const waiting = async () =>
      (
        await domain
          .db('queue_items')
          .where({ kind: 'personal-data', question_id: question.id, state: 'waiting' })
          .orderBy('id')
      ).map(({ subject_id, reasons, barred }) => [subject_id, reasons[0], barred[0]]);

    expect(await waiting()).to.deep.equal([
      [phone?.id, 'personal-phone', asker.id],
      [email?.id, 'personal-email', asker.id],
    ]);

    const removal = { reason: 'off-topic', note: '' } as const;
    await domain.perform(moderator, (work) => removePost(work, { question: question.id }, removal));
    expect(await waiting()).to.deep.equal([]);
    await domain.perform(moderator, (work) =>
      restorePost(work, { question: question.id }, 'A mistake'),
    );
    expect(await waiting()).to.have.length(2);

    await decide(phone!.id, show);
    expect(await waiting()).to.have.length(1);
    const edit = { title: 'Is it mine?', body: 'Ring me.', reason: '', version: 1 };
    await domain.perform(asker, (work) =>
      editQuestion(work, markdown, { question: question.id, ...edit }),
    );
    expect(await waiting()).to.deep.equal([]);
  });

  it('finds a thing once, wherever it stands, and masks it everywhere', async () => {
    const { question } = await aTellingQuestion();

    const findings = await findingsOf(question.id);

    expect(findings.map(({ kind, state, mask }) => [kind, state, mask])).to.deep.equal([
      ['phone', 'waiting', '077•• ••• 412'],
      ['email', 'waiting', 'u•••••@•••••'],
    ]);
    expect(question.title).to.equal('Is 077•• ••• 412 mine?');
    expect(question.slug).to.equal('is-077-412-mine');
    expect(question.excerpt).to.equal('Ring 077•• ••• 412 or write to u•••••@•••••.');
    expect(question.body_html).to.include('<strong>077•• ••• 412</strong>');
    expect((await searchQuestions(domain.db, { q: '900412' })).found).to.equal(0);
  });

  it('shows at once what a moderator lets readers see, and goes on showing it', async () => {
    const { asker, question, body } = await aTellingQuestion();
    const [phone] = await findingsOf(question.id);

    await decide(phone!.id, show);
    const shown = await readQuestion(question.id);
    const edit = { title: 'Is 07700-900412 mine, or una@example.com?', reason: '', version: 1 };
    await domain.perform(asker, (work) =>
      editQuestion(work, markdown, { question: question.id, ...edit, body: `${body} Thanks` }),
    );
    const edited = await readQuestion(question.id);

    expect(shown.title).to.equal('Is 07700 900412 mine?');
    expect(shown.slug).to.equal('is-07700-900412-mine');
    expect(shown.body_html).to.include('<strong>07700 900412</strong> or write to u•••••@•••••');
    expect(edited.title).to.equal('Is 07700-900412 mine, or u•••••@•••••?');
    expect(edited.body_html).to.include('<strong>07700 900412</strong>').and.include('Thanks');
    expect(await findingsOf(question.id)).to.have.length(2);
    expect((await searchQuestions(domain.db, { q: '900412' })).found).to.equal(1);
  });

  it('hides again what was shown by mistake', async () => {
    const { question } = await aTellingQuestion();
    const [phone] = await findingsOf(question.id);
    await decide(phone!.id, show);

    await decide(phone!.id, { state: 'masked', reason: 'A private number', was: 'shown' });

    expect((await readQuestion(question.id)).body_html).to.not.include('900412');
    const acts = await listActs(domain.db, `question:${String(question.id)}`);
    expect(acts.map(({ act, reason, note }) => [act, reason, note])).to.deep.equal([
      ['personal-data-shown', 'phone', 'It’s the shop’s'],
      ['personal-data-masked', 'phone', 'A private number'],
    ]);
  });

  it('is told to its author: which post and what kinds of details, and never the details', async () => {
    const { asker, question, body } = await aTellingQuestion();
    const told = () => mailsTo(domain.db, asker.email);
    const [byCheck, ...more] = await told();

    expect(more).to.deep.equal([]);
    expect(byCheck).to.include({ kind: 'masked', member_id: asker.id });
    expect(byCheck?.text_body).to.include('a phone number and an email address in your question');
    expect(byCheck?.text_body).to.include('“Is 077•• ••• 412 mine?”');

    await domain.perform(asker, (work) =>
      editQuestion(work, markdown, {
        ...{ question: question.id, title: 'Is it mine?', body: `${body} Thanks`, reason: '' },
        version: 1,
      }),
    );
    expect(await told()).to.have.length(1);
    const [phone, email] = await findingsOf(question.id);
    await decide(phone!.id, show);
    expect(await told()).to.have.length(1);

    await decide(email!.id, { state: 'masked', reason: 'Private', was: 'waiting' });

    const [, byPerson] = await told();
    expect(byPerson?.text_body).to.include('your question in “Is it mine?”');
    expect(byPerson?.text_body).to.include('in the place of an email address.');
    expect(byPerson?.text_body).to.include('/appeals').and.not.include('a phone number');
    expect(JSON.stringify(await told())).to.not.match(/900412|una@/);
  });

  it('is for moderators, not in their own posts, and once', async () => {
    const { asker, question } = await aTellingQuestion();
    const [phone] = await findingsOf(question.id);
    const noTo = async (attempt: Promise<void>) => String(await outcomeOf(attempt));
    const decideAs = (member: typeof asker) =>
      noTo(domain.perform(member, (work) => decideFinding(work, markdown, phone!.id, show)));
    const author = { ...asker, role: 'moderator' } as const;

    expect(await decideAs(asker)).to.include('Only a moderator can do this.');
    expect(await decideAs(author)).to.include('You wrote this, so a colleague decides.');
    await decide(phone!.id, show);
    expect(await noTo(decide(phone!.id, show))).to.include('decided this one meanwhile');
    const late = { ...show, state: 'masked' } as const;
    expect(await noTo(decide(phone!.id, late))).to.include('decided this one meanwhile');
  });

  it('waits no longer once its author has taken it out, and again if it comes back', async () => {
    const { asker, question, body } = await aTellingQuestion('Is this number mine now?');
    const edit = (text: string, version: number) =>
      domain.perform(asker, (work) =>
        editQuestion(work, markdown, {
          ...{ question: question.id, title: question.title, body: text, reason: '', version },
        }),
      );
    const states = async () => (await findingsOf(question.id)).map(({ state }) => state);

    await edit('Nothing here any more.', 1);
    expect(await states()).to.deep.equal(['masked', 'masked']);
    await edit(body, 2);
    expect(await states()).to.deep.equal(['waiting', 'waiting']);
    expect((await readQuestion(question.id)).body_html).to.not.include('900412');
  });

  it('lists what waits, with the words around it, by the page and only while it can be read', async () => {
    const { question } = await aTellingQuestion();
    const { question: removed } = await aTellingQuestion();
    await domain.owner('questions').where({ id: removed.id }).update({ removed_at: domain.now() });
    const all = await readFindings(domain.db, { state: 'waiting', limit: 100, surroundings });
    const first = await readFindings(domain.db, { state: 'waiting', limit: 2, surroundings });
    const rest = await readFindings(domain.db, {
      ...{ state: 'waiting', limit: 100, surroundings, after: first.next ?? '' },
    });

    expect([...first.rows, ...rest.rows]).to.deep.equal(all.rows);
    expect(all.rows.map(({ question_id }) => question_id)).to.not.include(removed.id);
    const [phone, email] = all.rows.filter(({ question_id }) => question_id === question.id);
    expect(phone?.context).to.deep.equal({ before: 'Is ', found: '07700 900412', after: ' mine?' });
    expect(email?.context?.found).to.equal('una@example.com');
    expect(phone?.question.title).to.equal('Is 077•• ••• 412 mine?');
  });
});
