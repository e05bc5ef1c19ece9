import { expect } from 'chai';

import { listQuestions } from '#src/forum/list-questions.ts';
import type { PostRef } from '#src/forum/posts.ts';
import { putBack } from '#src/forum/put-back.ts';
import { readThread } from '#src/forum/read-thread.ts';
import { resolveQuestion } from '#src/forum/resolve-question.ts';
import { searchQuestions } from '#src/forum/search/search-questions.ts';
import { takeDown } from '#src/forum/take-down.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, Gone, NotAllowed } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aComment,
  aMember,
  aModerator,
  anAcceptance,
  anAdmin,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
  aTopic,
} from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Taking a post down', () => {
  const community = aCommunity();
  let moderator: MemberRow;
  before(async () => (moderator = await aModerator(community.db)));

  const take = (post: PostRef) =>
    community.perform(moderator, (work) =>
      takeDown(work, post, { reason: 'unsafe', note: 'Opens the case' }),
    );
  const restore = (post: PostRef) =>
    community.perform(moderator, (work) => putBack(work, post, 'It was fine'));

  it('hides a question from its topic, lists and search until it is put back', async () => {
    const { db } = community;
    const topic = await aTopic(db);
    const { id } = await aQuestion(db, { topic_id: topic.id, body: 'Marmalade in the slot' });
    const seen = async () => ({
      counted: (await db('topics').where({ id: topic.id }).first())?.question_count,
      listed: (await listQuestions(db, { tab: 'latest', topic: topic.id })).rows.length,
      found: (await searchQuestions(db, { q: 'marmalade' })).found,
    });

    await take({ question: id });
    expect(await seen()).to.deep.equal({ counted: 0, listed: 0, found: 0 });

    await restore({ question: id });
    expect(await seen()).to.deep.equal({ counted: 1, listed: 1, found: 1 });
  });

  it('answers 410 for a removed question, but not to its author and moderators', async () => {
    const { db } = community;
    const { asker, helper, question } = await anAnsweredQuestion(db);

    await take({ question: question.id });

    for (const viewer of [undefined, helper, await anAdmin(db)]) {
      expect(await outcomeOf(readThread(db, question.id, { viewer }))).to.be.instanceOf(Gone);
    }
    for (const viewer of [asker, moderator]) {
      const { removed, body } = (await readThread(db, question.id, { viewer })).question;
      expect(removed).to.include({ reason: 'unsafe', note: 'Opens the case' });
      expect(body).to.equal(question.body);
    }
  });

  it('leaves a tombstone of an answer, whose text only its author and moderators read', async () => {
    const { db } = community;
    const { asker, helper, question, answer } = await anAnsweredQuestion(db);
    await aComment(db, { question_id: question.id, answer_id: answer.id });

    await take({ answer: answer.id });

    for (const viewer of [undefined, asker, await aMember(db)]) {
      const [tombstone] = (await readThread(db, question.id, { viewer })).answers;
      expect(tombstone).to.include({ body: '', body_html: '' });
      expect(tombstone?.removed).to.include({ reason: 'unsafe', note: null });
      expect(tombstone?.comments).to.have.length(0);
    }
    for (const viewer of [helper, moderator]) {
      const [tombstone] = (await readThread(db, question.id, { viewer })).answers;
      expect(tombstone?.body).to.equal(answer.body);
      expect(tombstone?.removed?.note).to.equal('Opens the case');
    }
  });

  it('takes an answer out of the count and of search, and puts it back in', async () => {
    const { db } = community;
    const { question } = await anAnsweredQuestion(db);
    const answer = await anAnswer(db, { question_id: question.id, body: 'Use a toothpick' });
    const seen = async () => [
      (await db('questions').where({ id: question.id }).first())?.answer_count,
      (await searchQuestions(db, { q: 'toothpick' })).found,
    ];

    await take({ answer: answer.id });
    expect(await seen()).to.deep.equal([1, 0]);

    await restore({ answer: answer.id });
    expect(await seen()).to.deep.equal([2, 1]);
  });

  it('withdraws the acceptance of an answer, and putting it back reinstates it', async () => {
    const { db } = community;
    const { question, answer } = await anAnsweredQuestion(db);
    const { id } = await anAcceptance(db, answer);

    const { withdrew_acceptance } = await take({ answer: answer.id });
    const withdrawn = await db('acceptances').where({ id }).first();
    await restore({ answer: answer.id });

    expect(withdrew_acceptance).to.equal(true);
    expect(withdrawn?.withdrawn_because).to.equal('removed');
    const { acceptance, question: now } = await readThread(db, question.id);
    expect(acceptance).to.include({ answer_id: answer.id, withdrawn_at: null });
    expect(acceptance?.id).not.to.equal(id);
    expect(now.state).to.equal('solved');
  });

  it('withdraws the acceptance with its question, and makes it anew with it', async () => {
    const { db } = community;
    const { question, answer } = await anAnsweredQuestion(db);
    const { id } = await anAcceptance(db, answer);

    await take({ question: question.id });
    const withdrawn = await db('acceptances').where({ id }).first();
    await restore({ question: question.id });

    expect(withdrawn?.withdrawn_because).to.equal('removed');
    expect((await readThread(db, question.id)).acceptance).to.include({ answer_id: answer.id });
  });

  it('does not reinstate what the asker has decided otherwise since', async () => {
    const { db, perform } = community;
    const { asker, question, answer } = await anAnsweredQuestion(db);
    await anAcceptance(db, answer);
    await take({ answer: answer.id });
    await perform(asker, (work) => resolveQuestion(work, question.id, 'no-single-answer'));

    await restore({ answer: answer.id });

    const thread = await readThread(db, question.id);
    expect(thread.acceptance).to.equal(null);
    expect(thread.question.state).to.equal('no-single-answer');
  });

  it('hides the words of a comment, and shows them again', async () => {
    const { db } = community;
    const { id, question_id, body } = await aComment(db);
    const said = async () => (await readThread(db, question_id)).question.comments[0]?.body;

    await take({ comment: id });
    expect(await said()).to.equal('');

    await restore({ comment: id });
    expect(await said()).to.equal(body);
  });

  it('twice, or putting back what stands, is refused', async () => {
    const { db } = community;
    const { answer } = await anAnsweredQuestion(db);

    expect(await outcomeOf(restore({ answer: answer.id }))).to.be.instanceOf(Conflict);
    await take({ answer: answer.id });
    expect(await outcomeOf(take({ answer: answer.id }))).to.be.instanceOf(Conflict);
  });

  it('by ten moderators at once happens once', async () => {
    const { db } = community;
    const { question, answer } = await anAnsweredQuestion(db);

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => outcomeOf(take({ answer: answer.id }))),
    );

    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(9);
    const after = await db('questions').where({ id: question.id }).first();
    expect(after?.answer_count).to.equal(0);
  });

  it('puts an answer back only after its question', async () => {
    const { db } = community;
    const { question, answer } = await anAnsweredQuestion(db);
    await take({ answer: answer.id });
    await take({ question: question.id });

    expect(await outcomeOf(restore({ answer: answer.id }))).to.be.instanceOf(Conflict);
  });

  it('is for moderators alone', async () => {
    const { db, perform } = community;
    const { asker, answer } = await anAnsweredQuestion(db);

    for (const other of [asker, await anAdmin(db)]) {
      const outcome = await outcomeOf(
        perform(other, (work) => takeDown(work, { answer: answer.id }, { reason: 'rude' })),
      );
      expect(outcome).to.be.instanceOf(NotAllowed);
    }
  });
});
