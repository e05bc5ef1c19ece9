import { expect } from 'chai';

import { resolveQuestion } from '#src/forum/resolve-question.ts';
import { Conflict, NotAllowed } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import { aModerator, anAcceptance, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Saying how a question ended', () => {
  const community = aCommunity();

  it('closes it without one answer to thank, and opens it again', async () => {
    const { db, perform } = community;
    const { asker, question } = await anAnsweredQuestion(db);

    await perform(asker, (work) => resolveQuestion(work, question.id, 'no-single-answer'));
    const resolved = await db('questions').where({ id: question.id }).first();
    await perform(asker, (work) => resolveQuestion(work, question.id, 'still-not-solved'));
    const reopened = await db('questions').where({ id: question.id }).first();

    expect(resolved?.state).to.equal('no-single-answer');
    expect(reopened?.state).to.equal('open');
  });

  it('“still not solved” opens it again, and leaves what was accepted in doubt', async () => {
    const { db, perform } = community;
    const { asker, question, answer } = await anAnsweredQuestion(db);
    const { id } = await anAcceptance(db, answer);

    await perform(asker, (work) => resolveQuestion(work, question.id, 'still-not-solved'));

    expect((await db('questions').where({ id: question.id }).first())?.state).to.equal('open');
    const acceptance = await db('acceptances').where({ id }).first();
    expect(acceptance?.doubted_at).to.be.instanceOf(Date);
    expect(acceptance?.withdrawn_at).to.equal(null);
  });

  it('“no single answer” waits until the acceptance is withdrawn', async () => {
    const { db, perform } = community;
    const { asker, question, answer } = await anAnsweredQuestion(db);
    await anAcceptance(db, answer);

    const outcome = await outcomeOf(
      perform(asker, (work) => resolveQuestion(work, question.id, 'no-single-answer')),
    );

    expect(outcome).to.be.instanceOf(Conflict);
    expect((await db('questions').where({ id: question.id }).first())?.state).to.equal('solved');
  });

  it('said twice is recorded once', async () => {
    const { db, perform } = community;
    const { asker, question } = await anAnsweredQuestion(db);

    for (let times = 0; times < 2; times += 1) {
      await perform(asker, (work) => resolveQuestion(work, question.id, 'no-single-answer'));
    }

    const events = await db('events').where({ name: 'question resolved' });
    const ofThis = events.filter(({ details }) =>
      Object.values(details as object).includes(question.id),
    );
    expect(ofThis).to.have.length(1);
  });

  it('is for whoever asked, not for the author of an answer nor for staff', async () => {
    const { db, perform } = community;
    const { helper, question } = await anAnsweredQuestion(db);

    for (const other of [helper, await aModerator(db)]) {
      const outcome = await outcomeOf(
        perform(other, (work) => resolveQuestion(work, question.id, 'no-single-answer')),
      );
      expect(outcome).to.be.instanceOf(NotAllowed);
    }
  });
});
