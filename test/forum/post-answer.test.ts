import { expect } from 'chai';

import { postAnswer } from '#src/forum/post-answer.ts';
import { Gone, NotFound } from '#src/refusals.ts';
import type { QuestionId } from '#src/forum/rows.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, aQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

const markdown = createMarkdown();
const body = 'Turn *flight mode* on and off.';

describe('Posting an answer', () => {
  const community = aCommunity();

  it('publishes it, counts it and moves the question up', async () => {
    const { db, perform, itIsNow } = community;
    const [helper, question] = [await aMember(db), await aQuestion(db)];
    itIsNow('2026-02-01T10:00:00Z');

    const answer = await perform(helper, (work) =>
      postAnswer(work, markdown, { question: question.id, body }),
    );

    expect(answer).to.include({ body, by_staff: false, version: 1, author_id: helper.id });
    expect(answer.body_html).to.contain('<em>flight mode</em>');
    const after = await db('questions').where({ id: question.id }).first();
    expect(after).to.deep.include({ answer_count: 1, last_activity_at: answer.answered_at });
    const versions = await db('answer_versions').where({ answer_id: answer.id });
    expect(versions[0]).to.include({ version: 1, body, editor_id: helper.id });
  });

  it('marks what staff wrote', async () => {
    const { db, perform } = community;
    const [moderator, { id }] = [await aModerator(db), await aQuestion(db)];

    const answer = await perform(moderator, (work) =>
      postAnswer(work, markdown, { question: id, body }),
    );

    expect(answer.by_staff).to.equal(true);
  });

  it('lets people answer their own question, as often as they like', async () => {
    const { db, perform } = community;
    const asker = await aMember(db);
    const { id } = await aQuestion(db, { author_id: asker.id });

    for (const text of ['First try.', 'Found it: the SIM was upside down.']) {
      await perform(asker, (work) => postAnswer(work, markdown, { question: id, body: text }));
    }

    expect((await db('questions').where({ id }).first())?.answer_count).to.equal(2);
  });

  it('never moves a question down, as when an older answer is brought in', async () => {
    const { db, perform, itIsNow } = community;
    const lately = new Date('2026-03-01T10:00:00Z');
    const [helper, { id }] = [await aMember(db), await aQuestion(db, { last_activity_at: lately })];
    itIsNow('2026-02-01T10:00:00Z');

    await perform(helper, (work) => postAnswer(work, markdown, { question: id, body }));

    expect((await db('questions').where({ id }).first())?.last_activity_at).to.deep.equal(lately);
  });

  it('is refused on a question that was removed or never was', async () => {
    const { db, perform } = community;
    const [helper, question] = [
      await aMember(db),
      await aQuestion(db, { removed_at: new Date(0) }),
    ];

    const onRemoved = await outcomeOf(
      perform(helper, (work) => postAnswer(work, markdown, { question: question.id, body })),
    );
    const onNothing = await outcomeOf(
      perform(helper, (work) =>
        postAnswer(work, markdown, { question: 999_999 as QuestionId, body }),
      ),
    );

    expect(onRemoved).to.be.instanceOf(Gone);
    expect(onNothing).to.be.instanceOf(NotFound);
    expect(await db('answers').where({ author_id: helper.id })).to.have.length(0);
  });

  it('counts every one of 40 answers posted at once', async () => {
    const { db, perform } = community;
    const { id } = await aQuestion(db);
    const helpers = await Promise.all(Array.from({ length: 40 }, () => aMember(db)));

    await Promise.all(
      helpers.map((helper) =>
        perform(helper, (work) => postAnswer(work, markdown, { question: id, body })),
      ),
    );

    expect((await db('questions').where({ id }).first())?.answer_count).to.equal(40);
  });
});
