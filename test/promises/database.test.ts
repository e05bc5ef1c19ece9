import assert from 'node:assert/strict';

import { expect } from 'chai';

import { aDomain } from '#test/support/domain.ts';
import { aModerator, anAnswer, anAnsweredQuestion } from '#test/support/make.ts';
import {
  anAcceptedAnswer,
  lastAcceptance,
  lastAudit,
  lastReward,
  rewarding,
} from '#test/support/rewarding.ts';

/*
 * The last wall: what a bug in the commands would meet. Each row is one that the site's own role
 * may write, but for the one thing that is wrong with it.
 */
describe('The database itself refuses', () => {
  const domain = aDomain();

  const constraintOf = async (attempt: PromiseLike<unknown>) => {
    const error = await Promise.resolve(attempt).then(
      () => assert.fail('the database took it'),
      (reason: unknown) => reason,
    );
    return (error as { constraint?: string }).constraint;
  };
  /** Writes a row again, under a number of its own, with a change. */
  const again = (
    table: 'acceptances' | 'rewards' | 'audits' | 'verdicts',
    row: object,
    change = {},
  ) => domain.db(table).insert({ ...withoutId(row), ...change } as never);

  it('a second live acceptance of a question', async () => {
    const { question, answer } = await anAcceptedAnswer(domain);
    const acceptance = await lastAcceptance(domain.db, answer);
    const other = await anAnswer(domain.owner, { question_id: question.id });

    const second = again('acceptances', acceptance, { answer_id: other.id });

    expect(await constraintOf(second)).to.equal('acceptances_one_live_of_a_question');
  });

  it('an acceptance of an answer to another question', async () => {
    const { question } = await anAnsweredQuestion(domain.owner);
    const { answer } = await anAcceptedAnswer(domain);
    const acceptance = await lastAcceptance(domain.db, answer);

    const foreign = again('acceptances', acceptance, { question_id: question.id });

    expect(await constraintOf(foreign)).to.equal('acceptances_name_an_answer_to_the_question');
  });

  it('an acceptance withdrawn for no reason', async () => {
    const { answer } = await anAcceptedAnswer(domain);
    const { id } = await lastAcceptance(domain.db, answer);

    const withdrawn = domain.db('acceptances').where({ id }).update({ withdrawn_at: new Date() });

    expect(await constraintOf(withdrawn)).to.equal('acceptances_are_withdrawn_for_a_reason');
  });

  it('a second reward of an acceptance', async () => {
    const { answer } = await anAcceptedAnswer(domain);

    const second = again('rewards', await lastReward(domain.db, answer));

    expect(await constraintOf(second)).to.equal('rewards_one_of_an_acceptance');
  });

  it('a reward for one’s own question', async () => {
    const { asker, answer } = await anAcceptedAnswer(domain);
    const { id } = await lastReward(domain.db, answer);

    const own = domain.db('rewards').where({ id }).update({ member_id: asker.id });

    expect(await constraintOf(own)).to.equal('rewards_never_for_ones_own_question');
  });

  it('a held reward that waits for no transfer, and a released one that waits for one', async () => {
    const { answer } = await anAcceptedAnswer(domain);
    const { id } = await lastReward(domain.db, answer);
    const reward = domain.db('rewards').where({ id });

    for (const change of [{ pending_transfer_id: null }, { state: 'released' as const }]) {
      expect(await constraintOf(reward.clone().update(change))).to.equal(
        'rewards_wait_for_a_transfer',
      );
    }
  });

  it('a second audit of an acceptance while one waits', async () => {
    const { answer } = await anAcceptedAnswer(domain);

    const second = again('audits', await lastAudit(domain.db, answer));

    expect(await constraintOf(second)).to.equal('audits_one_waiting_of_an_acceptance');
  });

  it('a second verdict on an audit while one stands', async () => {
    const { answer } = await anAcceptedAnswer(domain);
    const verdict = await rewarding(domain).decide(await aModerator(domain.owner), answer, 'pass');

    expect(await constraintOf(again('verdicts', verdict))).to.equal(
      'verdicts_one_live_of_an_audit',
    );
  });

  it('a debt below zero', async () => {
    const { helper } = await anAcceptedAnswer(domain);

    const debt = domain.db('reward_debts').insert({ member_id: helper.id, owed_minor: -1n });

    expect(await constraintOf(debt)).to.equal('reward_debts_owed_minor_check');
  });
});

function withoutId(row: object): object {
  const { id: _id, ...rest } = row as { id?: unknown };
  return rest;
}
