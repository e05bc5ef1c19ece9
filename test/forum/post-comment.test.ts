import { expect } from 'chai';

import { postComment } from '#src/forum/post-comment.ts';
import { readThread } from '#src/forum/read-thread.ts';
import { Gone } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aQuestion, anAnswer, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

const markdown = createMarkdown();

describe('Commenting', () => {
  const community = aCommunity();

  it('adds to the question or to one answer, in the order written', async () => {
    const { db, perform } = community;
    const { question, answer } = await anAnsweredQuestion(db);
    const member = await aMember(db);
    const say = (on: Parameters<typeof postComment>[2]['on'], body: string) =>
      perform(member, (work) => postComment(work, markdown, { on, body }));

    await say({ question: question.id }, 'Which **phone**?');
    await say({ answer: answer.id }, 'That did it.');
    await say({ answer: answer.id }, 'For me as well.');

    const thread = await readThread(db, question.id);
    expect(thread.question.comments.map(({ body }) => body)).to.deep.equal(['Which **phone**?']);
    expect(thread.question.comments[0]?.body_html).to.contain('<strong>phone</strong>');
    expect(thread.answers[0]?.comments.map(({ body }) => body)).to.deep.equal([
      'That did it.',
      'For me as well.',
    ]);
    expect(thread.answers[0]?.comments[0]?.author.name).to.equal(member.name);
  });

  it('is refused on what was removed, and on an answer to a removed question', async () => {
    const { db, perform } = community;
    const member = await aMember(db);
    const removed = await anAnswer(db, { removed_at: new Date(0) });
    const gone = await aQuestion(db, { removed_at: new Date(0) });
    const orphan = await anAnswer(db, { question_id: gone.id });

    for (const on of [{ answer: removed.id }, { question: gone.id }, { answer: orphan.id }]) {
      const outcome = await outcomeOf(
        perform(member, (work) => postComment(work, markdown, { on, body: 'Hello?' })),
      );
      expect(outcome).to.be.instanceOf(Gone);
    }
    expect(await db('comments').where({ author_id: member.id })).to.have.length(0);
  });
});
