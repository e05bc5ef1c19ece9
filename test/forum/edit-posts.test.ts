import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import { EditConflict } from '#src/forum/edit-conflict.ts';
import { editQuestion } from '#src/forum/edit-question.ts';
import { readAnswerVersions, readQuestionVersions } from '#src/forum/read-versions.ts';
import { Gone, NotAllowed } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

const markdown = createMarkdown();

describe('Editing a question', () => {
  const community = aCommunity();

  it('keeps every version, with who made it and why', async () => {
    const { db, perform, itIsNow } = community;
    const { asker, question } = await anAnsweredQuestion(db);
    const [title, body] = ['No signal in the whole of Leeds', 'Only **indoors**.'];
    itIsNow('2026-02-02T10:00:00Z');

    const edited = await perform(asker, (work) =>
      editQuestion(work, markdown, {
        ...{ question: question.id, title, body, reason: 'Says where', version: 1 },
      }),
    );

    expect(edited).to.include({ version: 2, title, slug: 'no-signal-in-the-whole-of-leeds' });
    const { question: kept, versions } = await readQuestionVersions(db, question.id, undefined);
    expect(kept).to.deep.include({ ...edited, excerpt: 'Only indoors.' });
    expect(versions.map(({ version }) => version)).to.deep.equal([2, 1]);
    expect(versions[0]).to.include({ title, body, reason: 'Says where' });
    expect(versions[0]?.author.id).to.equal(asker.id);
    expect(versions[1]).to.include({ title: question.title, body: question.body });
  });

  it('without a change makes no version', async () => {
    const { db, perform } = community;
    const { asker, question } = await anAnsweredQuestion(db);
    const { title, body } = question;

    await perform(asker, (work) =>
      editQuestion(work, markdown, {
        ...{ question: question.id, title, body, reason: '', version: 1 },
      }),
    );

    const { versions } = await readQuestionVersions(db, question.id, undefined);
    expect(versions).to.have.length(1);
  });
});

describe('Editing an answer', () => {
  const community = aCommunity();
  const edit = (
    member: Parameters<typeof community.perform>[0],
    change: Pick<Parameters<typeof editAnswer>[2], 'answer' | 'body' | 'version'>,
  ) =>
    community.perform(member, (work) =>
      editAnswer(work, markdown, { ...change, reason: 'Clearer' }),
    );

  it('is for its author and for moderators', async () => {
    const { helper, answer } = await anAnsweredQuestion(community.db);
    const moderator = await aModerator(community.db);

    await edit(helper, { answer: answer.id, body: 'Hold the button for 10 s.', version: 1 });
    await edit(moderator, { answer: answer.id, body: 'Hold it for 20 s.', version: 2 });

    const { versions } = await readAnswerVersions(community.db, answer.id, undefined);
    expect(versions.map(({ author }) => author.id)).to.deep.equal([
      moderator.id,
      helper.id,
      helper.id,
    ]);
  });

  it('is not for anybody else, finance and the asker included', async () => {
    const { asker, answer } = await anAnsweredQuestion(community.db);

    for (const other of [asker, await aMember(community.db), await aFinancePerson(community.db)]) {
      const outcome = await outcomeOf(edit(other, { answer: answer.id, body: 'Ha', version: 1 }));
      expect(outcome).to.be.instanceOf(NotAllowed);
    }
  });

  it('of an older version is refused with who edited and what it says now', async () => {
    const { helper, answer } = await anAnsweredQuestion(community.db);
    const moderator = await aModerator(community.db, { name: 'Hannah' });
    await edit(moderator, { answer: answer.id, body: 'Hold it for 20 s.', version: 1 });

    const outcome = await outcomeOf(edit(helper, { answer: answer.id, body: 'Mine', version: 1 }));

    expect(outcome).to.be.instanceOf(EditConflict);
    expect(outcome).to.have.property('message').that.contains('Hannah edited this while you were');
    expect(outcome)
      .to.have.property('current')
      .that.deep.equals({ title: null, body: 'Hold it for 20 s.', version: 2 });
    const kept = await community.db('answers').where({ id: answer.id }).first();
    expect(kept).to.include({ body: 'Hold it for 20 s.', version: 2 });
  });

  it('of one’s own from another window is called that', async () => {
    const { helper, answer } = await anAnsweredQuestion(community.db);
    await edit(helper, { answer: answer.id, body: 'Wait for 20 s.', version: 1 });

    const outcome = await outcomeOf(edit(helper, { answer: answer.id, body: 'Mine', version: 1 }));

    expect(outcome).to.have.property('message').that.contains('You, in another window, edited');
  });

  it('lets exactly one of ten edits of the same version through', async () => {
    const { helper, answer } = await anAnsweredQuestion(community.db);
    const tenConnections = Array.from({ length: 10 }, () =>
      community.db.raw('select pg_sleep(0.1)'),
    );
    await Promise.all(tenConnections);

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, nth) =>
        outcomeOf(edit(helper, { answer: answer.id, body: `Try ${String(nth)}`, version: 1 })),
      ),
    );

    expect(outcomes.filter((outcome) => outcome instanceof EditConflict)).to.have.length(9);
  });

  it('is refused once it was removed', async () => {
    const { helper, answer } = await anAnsweredQuestion(community.db);
    await community
      .db('answers')
      .where({ id: answer.id })
      .update({ removed_at: new Date(0) });

    const outcome = await outcomeOf(edit(helper, { answer: answer.id, body: 'Ha', version: 1 }));

    expect(outcome).to.be.instanceOf(Gone);
  });
});

describe('The history of a post', () => {
  const community = aCommunity();

  it('of a removed answer is for its author and moderators', async () => {
    const { db } = community;
    const { asker, helper, answer } = await anAnsweredQuestion(db);
    const moderator = await aModerator(db);
    await db('answers')
      .where({ id: answer.id })
      .update({ removed_at: new Date(0) });

    for (const viewer of [helper, moderator]) {
      expect((await readAnswerVersions(db, answer.id, viewer)).versions).to.have.length(1);
    }
    for (const viewer of [asker, undefined]) {
      const outcome = await outcomeOf(readAnswerVersions(db, answer.id, viewer));
      expect(outcome).to.be.instanceOf(Gone);
    }
  });
});
