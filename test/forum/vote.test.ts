import { expect } from 'chai';

import { voteOnAnswer, voteOnQuestion, type Vote } from '#src/forum/vote.ts';
import { Gone, NotAllowed } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAnswer, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Voting', () => {
  const community = aCommunity();

  it('counts a member once, whatever they say in the end', async () => {
    const { db, perform } = community;
    const [voter, answer] = [await aMember(db), await anAnswer(db)];
    const vote = (value: Vote) =>
      perform(voter, async (work) => (await voteOnAnswer(work, answer.id, value)).score);

    expect(await vote(1)).to.equal(1);
    expect(await vote(1)).to.equal(1);
    expect(await vote(-1)).to.equal(-1);
    expect(await vote(0)).to.equal(0);
    expect(await vote(0)).to.equal(0);
  });

  it('is not for one’s own posts', async () => {
    const { db, perform } = community;
    const { asker, helper, question, answer } = await anAnsweredQuestion(db);

    const onQuestion = outcomeOf(perform(asker, (work) => voteOnQuestion(work, question.id, 1)));
    const onAnswer = outcomeOf(perform(helper, (work) => voteOnAnswer(work, answer.id, 1)));

    expect(await onQuestion).to.be.instanceOf(NotAllowed);
    expect(await onAnswer).to.be.instanceOf(NotAllowed);
    expect((await db('answers').where({ id: answer.id }).first())?.score).to.equal(0);
  });

  it('is not for what was removed', async () => {
    const { db, perform } = community;
    const [voter, answer] = [await aMember(db), await anAnswer(db, { removed_at: new Date(0) })];

    const outcome = await outcomeOf(perform(voter, (work) => voteOnAnswer(work, answer.id, 1)));

    expect(outcome).to.be.instanceOf(Gone);
  });

  it('adds up exactly when 200 votes on a question and its answer arrive at once', async () => {
    const { db, perform } = community;
    const { question, answer } = await anAnsweredQuestion(db);
    const voters = await Promise.all(Array.from({ length: 50 }, () => aMember(db)));

    await Promise.all(
      voters.flatMap((voter, nth) => [
        perform(voter, (work) => voteOnQuestion(work, question.id, 1)),
        perform(voter, (work) => voteOnAnswer(work, answer.id, 1)),
        perform(voter, (work) => voteOnAnswer(work, answer.id, nth % 5 === 0 ? -1 : 1)),
        perform(voter, (work) => voteOnQuestion(work, question.id, nth % 2 === 0 ? 1 : 0)),
      ]),
    );

    const sums = await db.raw<{ rows: { questions: number; answers: number }[] }>(
      `select (select sum(value)::int from question_votes where question_id = ?) as questions,
              (select sum(value)::int from answer_votes where answer_id = ?) as answers`,
      [question.id, answer.id],
    );
    expect((await db('questions').where({ id: question.id }).first())?.score).to.equal(
      sums.rows[0]?.questions,
    );
    expect((await db('answers').where({ id: answer.id }).first())?.score).to.equal(
      sums.rows[0]?.answers,
    );
  });

  it('adds up to 200 when 200 members vote at once', async () => {
    const { db, perform } = community;
    const answer = await anAnswer(db);
    const voters = await Promise.all(Array.from({ length: 200 }, () => aMember(db)));

    await Promise.all(
      voters.map((voter) => perform(voter, (work) => voteOnAnswer(work, answer.id, 1))),
    );

    expect((await db('answers').where({ id: answer.id }).first())?.score).to.equal(200);
  });
});
