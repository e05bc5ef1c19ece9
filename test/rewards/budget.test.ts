import { expect } from 'chai';

import { reconcileBooks } from '#src/finance/proof/reconcile.ts';
import { readHoldings } from '#src/ledger/balances.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { changeRole } from '#src/members/change-role.ts';
import { markVerified } from '#src/members/verify-email.ts';
import { Conflict } from '#src/refusals.ts';
import { fundWaitingRewards } from '#src/rewards/fund-waiting-rewards.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aFinancePerson, aMember, aModerator, anAdmin } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { aPractisedMember } from '#test/support/practised.ts';
import {
  anAcceptedAnswer,
  lastAudit,
  lastReward,
  publishRules,
  rewarding,
} from '#test/support/rewarding.ts';

const DAY = 86_400_000;

/*
 * Each test has a year of its own, and with it months whose budgets nobody has used.
 */
describe('The budget of a month', () => {
  const domain = aDomain();
  const { decide, undo, withdraw } = rewarding(domain);
  let moderator: MemberRow;
  let year = 2026;

  before(async () => {
    moderator = await aModerator(domain.owner);
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-01-01Z'), monthly_budget_minor: 120n, helper_share: 0 },
    });
  });
  beforeEach(() => {
    year += 1;
    itIs('01-15T12:00:00Z');
  });
  afterEach(async () => {
    await expectBooksToMatchStates(domain.db);
    const broken = (await reconcileBooks(domain.db)).filter((finding) => finding.broken > 0n);
    expect(broken).to.deep.equal([]);
    await endWhatWaits();
  });

  const itIs = (text: string) => {
    domain.itIsNow(`${String(year)}-${text}`);
  };
  const later = (milliseconds: number) => {
    domain.itIsNow(new Date(domain.now().getTime() + milliseconds));
  };
  const earn = async (people: Parameters<typeof anAcceptedAnswer>[1] = {}) => {
    later(1_000);
    return anAcceptedAnswer(domain, people);
  };
  const stateOf = async ({ answer }: { answer: AnswerRow }) =>
    (await lastReward(domain.db, answer)).state;
  const budgetOf = async ({ answer }: { answer: AnswerRow }) =>
    (await lastReward(domain.db, answer)).budget_month;
  const holdings = ({ helper }: { helper: MemberRow }) => readHoldings(domain.db, helper.id);
  const fund = () => fundWaitingRewards(domain.db, domain.perform);
  const readBudget = (month: string) =>
    domain
      .db('reward_budgets')
      .where({ month: `${String(year)}-${month}` })
      .first();
  const useUp = async () => [await earn(), await earn()] as const;
  const endWhatWaits = async () => {
    itIs('12-15T12:00:00Z');
    for (const { acceptance_id } of await domain.db('rewards').where({ state: 'waiting' })) {
      const acceptance = await domain.db('acceptances').where({ id: acceptance_id }).first();
      const asker = await domain
        .db('members')
        .where({ id: acceptance?.asker_id as never })
        .first();
      await withdraw(asker as MemberRow, { id: acceptance?.answer_id } as AnswerRow);
    }
  };

  it('pays what it has room for, and lets the rest wait without a transfer', async () => {
    await useUp();

    const third = await earn();

    expect(await lastReward(domain.db, third.answer)).to.include({
      ...{ state: 'waiting', amount_minor: 50n, pending_transfer_id: null, funded_at: null },
    });
    expect((await holdings(third)).pending).to.equal(0n);
    expect(await readBudget('01')).to.include({ committed_minor: 100n });
  });

  it('is the one of the rules in force when the month began, in the operator’s time', async () => {
    itIs('06-30T22:59:58.999Z');

    const [lastOfJune, firstOfJuly] = [await earn(), await earn()];

    expect(await budgetOf(lastOfJune)).to.equal(`${String(year)}-06`);
    expect(await budgetOf(firstOfJuly)).to.equal(`${String(year)}-07`);
  });

  it('is taken by who waited longest when the next month begins, before anybody new', async () => {
    await useUp();
    const [first, second, third] = [await earn(), await earn(), await earn()];
    itIs('02-01T00:00:00Z');

    const fresh = await earn();
    expect(await fund()).to.equal(2);

    const states = await Promise.all([first, second, third, fresh].map(stateOf));
    expect(states).to.deep.equal(['held', 'held', 'waiting', 'waiting']);
    expect(await readBudget('02')).to.include({ committed_minor: 100n });
    expect((await lastReward(domain.db, first.answer)).month).to.equal(`${String(year)}-01`);
  });

  it('has room again for what was voided or taken back, and who waits gets it', async () => {
    const [first, second] = await useUp();
    const waiting = await earn();
    await decide(moderator, second.answer, 'pass');
    const another = await earn();

    await withdraw(first.asker, first.answer);
    await withdraw(second.asker, second.answer);
    expect(await readBudget('01')).to.include({ committed_minor: 0n });
    expect(await fund()).to.equal(2);

    expect([await stateOf(waiting), await stateOf(another)]).to.deep.equal(['held', 'held']);
    expect(await fund()).to.equal(0);
  });

  it('makes nobody wait where the rules set none', async () => {
    domain.itIsNow('2025-06-01T12:00:00Z');

    const accepted = await Promise.all(Array.from({ length: 5 }, () => anAcceptedAnswer(domain)));

    expect(await Promise.all(accepted.map(stateOf))).to.deep.equal(Array(5).fill('held'));
    expect(await domain.db('reward_budgets').where({ month: '2025-06' })).to.deep.equal([]);
  });

  describe('while a reward waits for it', () => {
    it('it uses up the limits, for it is owed', async () => {
      await useUp();
      const pair = await earn();
      await earn(pair);

      const third = await earn(pair);

      expect(await lastReward(domain.db, third.answer)).to.include({ refusal: 'pair-limit' });
    });

    it('a passed check is remembered and counts once there is room', async () => {
      await useUp();
      const waiting = await earn();

      await decide(moderator, waiting.answer, 'pass');
      expect(await stateOf(waiting)).to.equal('waiting');
      itIs('02-01T00:00:00Z');
      await fund();

      expect(await stateOf(waiting)).to.equal('released');
      expect((await holdings(waiting)).available).to.equal(50n);
    });

    it('a check that is to come keeps it held afterwards', async () => {
      await useUp();
      const waiting = await earn();
      itIs('03-01T00:00:00Z');
      await fund();

      await releaseDueRewards(domain.db, domain.perform, domain.now());

      expect(await stateOf(waiting)).to.equal('held');
    });

    it('the quiet days count from the acceptance', async () => {
      await useUp();
      const helper = await aPractisedMember(domain.owner);
      const waiting = await earn({ helper });
      later(7 * DAY);
      await releaseDueRewards(domain.db, domain.perform, domain.now());
      expect(await stateOf(waiting)).to.equal('waiting');
      itIs('02-01T00:00:00Z');
      await fund();

      await releaseDueRewards(domain.db, domain.perform, domain.now());

      expect(await stateOf(waiting)).to.equal('released');
    });

    it('it waits on for the member’s e-mail', async () => {
      await useUp();
      const helper = await aMember(domain.owner, { email_verified_at: null });
      const waiting = await earn({ helper });
      await decide(moderator, waiting.answer, 'pass');
      itIs('02-01T00:00:00Z');
      await fund();
      expect(await stateOf(waiting)).to.equal('held');

      await domain.perform('visitor', (work) => markVerified(work, helper.id));

      expect(await stateOf(waiting)).to.equal('released');
    });

    for (const [what, end] of [
      ['a failed check', (one: Accepted) => decide(moderator, one.answer, 'fail')],
      ['a withdrawal', (one: Accepted) => withdraw(one.asker, one.answer)],
    ] as const) {
      it(`${what} ends it without a transfer`, async () => {
        await useUp();
        const waiting = await earn();

        await end(waiting);
        itIs('02-01T00:00:00Z');

        expect(await fund()).to.equal(0);
        expect(await stateOf(waiting)).to.equal('voided');
        const { id } = await lastReward(domain.db, waiting.answer);
        expect(await transfersOf(id)).to.deep.equal([]);
      });
    }

    it('its author is not made staff', async () => {
      await useUp();
      const { helper } = await earn();
      const admin = await anAdmin(domain.owner);

      const refusal = await outcomeOf(
        domain.perform(admin, (work) =>
          changeRole(work, { memberId: helper.id, role: 'moderator', reason: 'Joins the team' }),
        ),
      );

      expect(refusal).to.be.instanceOf(Conflict);
    });
  });

  describe('and a verdict that is undone', () => {
    it('a fail on what waited: it waits again', async () => {
      await useUp();
      const waiting = await earn();
      await decide(moderator, waiting.answer, 'fail');

      await undo(moderator, waiting.answer);

      expect(await stateOf(waiting)).to.equal('waiting');
      expect((await lastAudit(domain.db, waiting.answer)).state).to.equal('waiting');
    });

    it('a pass on what waited: it is not released with the next month', async () => {
      await useUp();
      const waiting = await earn();
      await decide(moderator, waiting.answer, 'pass');

      await undo(moderator, waiting.answer);
      itIs('02-01T00:00:00Z');
      await fund();

      expect(await stateOf(waiting)).to.equal('held');
    });

    it('a fail whose budget is still there: it is held again', async () => {
      const [first] = await useUp();
      await decide(moderator, first.answer, 'fail');

      await undo(moderator, first.answer);

      expect(await stateOf(first)).to.equal('held');
      expect(await readBudget('01')).to.include({ committed_minor: 100n });
    });

    it('a fail whose budget somebody else has now: it waits, and is paid in the end', async () => {
      const [first] = await useUp();
      const waiting = await earn();
      await decide(moderator, first.answer, 'fail');
      await fund();
      expect(await stateOf(waiting)).to.equal('held');

      await undo(moderator, first.answer);
      expect(await stateOf(first)).to.equal('waiting');
      await decide(moderator, first.answer, 'pass');
      itIs('02-01T00:00:00Z');
      await fund();

      expect(await stateOf(first)).to.equal('released');
      expect((await holdings(first)).available).to.equal(50n);
    });

    it('a pass that came after the budget: it is held again', async () => {
      await useUp();
      const waiting = await earn();
      itIs('02-01T00:00:00Z');
      await fund();
      await decide(moderator, waiting.answer, 'pass');

      await undo(moderator, waiting.answer);

      expect(await stateOf(waiting)).to.equal('held');
    });
  });

  it('warns everybody in finance once at four fifths and once when it is used up', async () => {
    const jordan = await aFinancePerson(domain.owner);
    const subjects = async () =>
      (await domain.db('mails').where({ member_id: jordan.id }).orderBy('id')).map(
        ({ subject }) => subject,
      );

    await earn();
    expect(await subjects()).to.deep.equal([]);
    await earn();
    expect(await subjects()).to.have.lengthOf(1);
    expect((await subjects())[0]).to.include('Four fifths');
    await earn();
    await earn();

    expect(await subjects()).to.have.lengthOf(2);
    expect((await subjects())[1]).to.include('is used up');
  });

  it('is never exceeded by the database itself', async () => {
    await useUp();
    const month = `${String(year)}-01`;

    const over = domain.owner('reward_budgets').where({ month }).update({ committed_minor: 121n });
    const raised = domain.owner('reward_budgets').where({ month }).update({ raised_minor: 1n });
    const changed = domain.owner('reward_budgets').where({ month }).update({ budget_minor: 999n });

    expect(await outcomeOf(over)).to.have.property(
      ...['constraint', 'reward_budgets_are_never_exceeded'],
    );
    for (const attempt of [raised, changed]) {
      expect(await outcomeOf(attempt)).to.have.property(
        ...['constraint', 'reward_budgets_are_raised_by_two'],
      );
    }
  });

  type Accepted = Awaited<ReturnType<typeof anAcceptedAnswer>>;

  const transfersOf = async (rewardId: number) => {
    const { rows } = await domain.db.raw<{ rows: object[] }>(
      `select t.id from ledger_transfers t join rewards r on t.ref = 'acceptance:' || r.acceptance_id
        where r.id = ?`,
      [rewardId],
    );
    return rows;
  };
});
