import { expect } from 'chai';

import { readThread } from '#src/forum/read-thread.ts';
import type { QuestionId } from '#src/forum/rows.ts';
import { voteOnAnswer, voteOnQuestion } from '#src/forum/vote.ts';
import { NotFound } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aMember,
  anAcceptance,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
} from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Reading a thread', () => {
  const community = aCommunity();

  it('tells who asked, about what, and who answered', async () => {
    const { db } = community;
    const { asker, helper, question, answer } = await anAnsweredQuestion(db);

    const thread = await readThread(db, question.id);

    expect(thread.question).to.include({ id: question.id, my_vote: 0, i_follow: false });
    expect(thread.question.author).to.deep.equal({
      ...{ id: asker.id, name: asker.name, role: 'member', level: 'newcomer' },
    });
    expect(thread.question.topic.id).to.equal(question.topic_id);
    expect(thread.answers).to.have.length(1);
    expect(thread.answers[0]).to.deep.include({ ...answer, author_accepted: 0 });
    expect(thread.answers[0]?.author.name).to.equal(helper.name);
    expect(thread.acceptance).to.equal(null);
  });

  it('puts the accepted answer first, then the best, or the newest', async () => {
    const { db } = community;
    const { id: question_id } = await aQuestion(db);
    const [poor, good, fair, late] = [
      await anAnswer(db, { question_id, score: -2 }),
      await anAnswer(db, { question_id, score: 5 }),
      await anAnswer(db, { question_id, score: 1 }),
      await anAnswer(db, { question_id, score: 1 }),
    ];
    await anAcceptance(db, fair);
    const order = async (sort: 'best' | 'new') =>
      (await readThread(db, question_id, { sort })).answers.map(({ id }) => id);

    expect(await order('best')).to.deep.equal([fair.id, good.id, late.id, poor.id]);
    expect(await order('new')).to.deep.equal([fair.id, late.id, good.id, poor.id]);
  });

  it('keeps the history of acceptances, and counts the author’s live ones', async () => {
    const { db } = community;
    const { helper, question, answer } = await anAnsweredQuestion(db);
    const first = await anAcceptance(db, answer);
    await db('acceptances')
      .where({ id: first.id })
      .update({ withdrawn_at: new Date('2026-01-02'), withdrawn_because: 'asker' });
    const second = await anAcceptance(db, answer);
    await anAcceptance(db, await anAnswer(db, { author_id: helper.id }));

    const { acceptance, answers } = await readThread(db, question.id);

    expect(acceptance?.id).to.equal(second.id);
    expect(answers[0]?.acceptances.map(({ id }) => id)).to.deep.equal([first.id, second.id]);
    expect(answers[0]?.author_accepted).to.equal(2);
  });

  it('shows viewers their own votes and nobody else’s', async () => {
    const { db, perform } = community;
    const { question, answer } = await anAnsweredQuestion(db);
    const [voter, other] = [await aMember(db), await aMember(db)];
    await perform(voter, (work) => voteOnQuestion(work, question.id, 1));
    await perform(voter, (work) => voteOnAnswer(work, answer.id, -1));

    const votesOf = async (viewer?: typeof voter) => {
      const thread = await readThread(db, question.id, { viewer });
      return [thread.question.my_vote, thread.answers[0]?.my_vote];
    };

    expect(await votesOf(voter)).to.deep.equal([1, -1]);
    expect(await votesOf(other)).to.deep.equal([0, 0]);
    expect(await votesOf()).to.deep.equal([0, 0]);
  });

  it('takes four queries, however many have answered', async () => {
    const { db } = community;
    const { id: question_id } = await aQuestion(db);
    for (let times = 0; times < 12; times += 1) await anAnswer(db, { question_id });
    let queries = 0;
    const count = () => (queries += 1);
    db.on('query', count);

    await readThread(db, question_id);

    db.off('query', count);
    expect(queries).to.equal(4);
  });

  it('of no question is refused', async () => {
    const outcome = await outcomeOf(readThread(community.db, 999_999 as QuestionId));

    expect(outcome).to.be.instanceOf(NotFound);
  });
});
