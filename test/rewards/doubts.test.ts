import { expect } from 'chai';

import { acceptForAsker } from '#src/forum/accept-answer.ts';
import { resolveQuestion } from '#src/forum/resolve-question.ts';
import type { AnswerRow, QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict } from '#src/refusals.ts';
import { readKeeping } from '#src/rewards/keeping.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aDomain } from '#test/support/domain.ts';
import { aModerator, anAnswer } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { aPractisedMember } from '#test/support/practised.ts';
import {
  anAcceptedAnswer,
  lastAcceptance,
  lastAudit,
  lastReward,
  publishRules,
  rewarding,
} from '#test/support/rewarding.ts';

const DAY = 86_400_000;

describe('“Still not solved” after an acceptance', () => {
  const domain = aDomain({ connections: 4 });
  const { accept, decide, doubt, undo, withdraw } = rewarding(domain);

  before(() =>
    publishRules(domain.owner, { effective_from: new Date('2026-01-01Z'), helper_share: 0 }),
  );
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });
  afterEach(() => expectBooksToMatchStates(domain.db));

  /** An accepted answer whose reward no audit was drawn for. */
  const accepted = async () =>
    anAcceptedAnswer(domain, { helper: await aPractisedMember(domain.owner) });
  const quietDaysGoBy = () => {
    domain.itIsNow(new Date(domain.now().getTime() + 8 * DAY));
    return releaseDueRewards(domain.db, domain.perform, domain.now());
  };
  const stateOf = async (answer: AnswerRow) => (await lastReward(domain.db, answer)).state;
  const ended = async ({ id }: QuestionRow) =>
    (await domain.db('questions').where({ id }).first())?.state;

  it('opens the question, pauses the reward and puts the answer before our team', async () => {
    const { asker, question, answer } = await accepted();

    await doubt(asker, answer);
    await quietDaysGoBy();

    const acceptance = await lastAcceptance(domain.db, answer);
    expect(await ended(question)).to.equal('open');
    expect(acceptance).to.include({ withdrawn_at: null });
    expect(await stateOf(answer)).to.equal('held');
    expect(await readKeeping(domain.db, acceptance.id)).to.equal('doubt');
    const audit = await lastAudit(domain.db, answer);
    expect(audit).to.include({ because: 'doubted', state: 'waiting' });
    const waits = { kind: 'audit', subject_id: audit.id, settled_at: null };
    const item = await domain.db('queue_items').where(waits).first();
    expect(item).to.deep.include({ risk: 4, reasons: ['doubted'] });
  });

  it('weighs an audit that waits already, and opens no second', async () => {
    const { asker, answer } = await anAcceptedAnswer(domain);
    const before = await lastAudit(domain.db, answer);

    await doubt(asker, answer);

    expect((await lastAudit(domain.db, answer)).id).to.equal(before.id);
    const item = await domain.db('queue_items').where({ subject_id: before.id }).first();
    expect(item).to.deep.include({ risk: 4, reasons: ['first-five', 'doubted'] });
  });

  it('pays what passes the check, and leaves the question open', async () => {
    const { asker, question, answer } = await accepted();
    await doubt(asker, answer);

    await decide(await aModerator(domain.owner), answer, 'pass');

    expect(await stateOf(answer)).to.equal('released');
    expect(await ended(question)).to.equal('open');
  });

  it('takes back what fails it, even what was paid before', async () => {
    const { asker, answer } = await accepted();
    await quietDaysGoBy();
    expect(await stateOf(answer)).to.equal('released');

    await doubt(asker, answer);
    expect(await stateOf(answer)).to.equal('released');
    const moderator = await aModerator(domain.owner);
    await decide(moderator, answer, 'fail');
    expect(await stateOf(answer)).to.equal('clawed-back');

    await undo(moderator, answer);
    expect(await stateOf(answer)).to.equal('released');
  });

  it('ends when the asker accepts the same answer again, with the reward that it had', async () => {
    const { asker, question, answer } = await accepted();
    const before = await lastReward(domain.db, answer);
    await doubt(asker, answer);

    await accept(asker, answer);
    await quietDaysGoBy();

    expect(await ended(question)).to.equal('solved');
    expect((await lastAcceptance(domain.db, answer)).doubted_at).to.equal(null);
    expect(await lastReward(domain.db, answer)).to.include({ id: before.id, state: 'held' });
    await decide(await aModerator(domain.owner), answer, 'pass');
    expect(await stateOf(answer)).to.equal('released');
  });

  it('ends when the asker accepts another, withdraws, or says that none solved it', async () => {
    const ways = [
      async (asker: MemberRow, question: QuestionRow) =>
        accept(asker, await anAnswer(domain.owner, { question_id: question.id })),
      (asker: MemberRow, _: QuestionRow, answer: AnswerRow) => withdraw(asker, answer),
      (asker: MemberRow, { id }: QuestionRow) =>
        domain.perform(asker, (work) => resolveQuestion(work, id, 'no-single-answer')),
    ];

    for (const way of ways) {
      const { asker, question, answer } = await accepted();
      await doubt(asker, answer);
      await way(asker, question, answer);

      expect(await stateOf(answer)).to.equal('voided');
      expect(await lastAudit(domain.db, answer)).to.include({ state: 'cancelled' });
      const kept = await domain.db('reward_holds').where({
        acceptance_id: (await lastAcceptance(domain.db, answer)).id,
        lifted_at: null,
      });
      expect(kept).to.deep.equal([]);
    }
  });

  it('leaves nobody to accept for the asker, who has spoken', async () => {
    const { asker, answer } = await accepted();
    await doubt(asker, answer);

    const outcome = await outcomeOf(
      domain.perform(await aModerator(domain.owner), (work) => acceptForAsker(work, answer.id)),
    );

    expect(outcome).to.be.instanceOf(Conflict);
  });

  it('said by forty at once, and taken back, leaves one acceptance and one reward', async () => {
    const { asker, question, answer } = await accepted();

    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        n % 2 === 0 ? doubt(asker, answer) : accept(asker, answer),
      ),
    );
    await accept(asker, answer);

    const acceptances = await domain.db('acceptances').where({ question_id: question.id });
    expect(acceptances).to.have.length(1);
    const rewards = await domain.db('rewards').where({ acceptance_id: acceptances[0]!.id });
    expect(rewards.map(({ state }) => state)).to.deep.equal(['held']);
    const open = await domain.db('audits').where({ acceptance_id: acceptances[0]!.id });
    expect(open.filter(({ state }) => state === 'waiting')).to.have.length(1);
  });
});
