import { expect } from 'chai';
import fc from 'fast-check';

import type { AnswerRow } from '#src/forum/rows.ts';
import { monthAfter, type Month } from '#src/ledger/dates.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Refusal } from '#src/refusals.ts';
import { fundWaitingRewards } from '#src/rewards/fund-waiting-rewards.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aMember, aModerator } from '#test/support/make.ts';
import { aPractisedMember } from '#test/support/practised.ts';
import { anAcceptedAnswer, publishRules, rewarding } from '#test/support/rewarding.ts';

const HOUR = 3_600_000;
const [CAP, DAILY, BUDGET] = [120n, 100n, 260n];

type Happening =
  | { what: 'accept'; helper: number; asker: number }
  | { what: 'withdraw' | 'doubt' | 'settle' | 'pass' | 'fail' | 'undo'; nth: number }
  | { what: 'job' }
  | { what: 'later'; hours: number };

const nth = fc.nat({ max: 20 });
const someone = fc.nat({ max: 2 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    ...{ weight: 5 },
    arbitrary: fc.record({ what: fc.constant('accept' as const), helper: someone, asker: someone }),
  },
  {
    ...{ weight: 4 },
    arbitrary: fc.record({
      what: fc.constantFrom('withdraw', 'doubt', 'settle', 'pass', 'fail', 'undo'),
      nth,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ what: 'job' } as const) },
  {
    ...{ weight: 2 },
    arbitrary: fc.record({
      what: fc.constant('later' as const),
      hours: fc.constantFrom(1, 12, 24, 168, 400),
    }),
  },
);

describe('Whatever happens to rewards', function () {
  this.timeout(180_000);
  const domain = aDomain();
  const { accept, decide, doubt, undo, withdraw } = rewarding(domain);
  let moderator: MemberRow;
  let month = '2027-01' as Month;

  before(async () => {
    moderator = await aModerator(domain.owner);
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-02-01Z'), monthly_cap_minor: CAP, helper_share: 40 },
      ...{ daily_cap_minor: DAILY, monthly_budget_minor: BUDGET },
      steps: [{ from_nth: 2, percent: 80 }],
    });
  });

  /** A month that no sequence has touched, with nothing left waiting from those before. */
  async function begin(): Promise<void> {
    do {
      month = monthAfter(month, 3);
      domain.itIsNow(`${month}-20T12:00:00Z`);
      await fundWaitingRewards(domain.db, domain.perform);
    } while (await domain.db('rewards').where({ state: 'waiting' }).first('id'));
    month = monthAfter(month);
    domain.itIsNow(`${month}-20T12:00:00Z`);
  }

  async function live(history: Happening[]): Promise<void> {
    const people: MemberRow[] = [];
    for (let count = 0; count < 6; count += 1) {
      const make = count % 2 === 0 ? aMember : aPractisedMember;
      people.push(await make(domain.owner));
    }
    const given: { asker: MemberRow; answer: AnswerRow }[] = [];
    for (const event of history) await unlessRefused(() => happen(event, people, given));
  }

  async function happen(
    event: Happening,
    people: MemberRow[],
    given: { asker: MemberRow; answer: AnswerRow }[],
  ): Promise<unknown> {
    if (event.what === 'later') {
      domain.itIsNow(new Date(domain.now().getTime() + event.hours * HOUR));
      return undefined;
    }
    if (event.what === 'job') {
      await fundWaitingRewards(domain.db, domain.perform);
      return releaseDueRewards(domain.db, domain.perform, domain.now());
    }
    if (event.what === 'accept') {
      const [helper, asker] = [people[event.helper], people[3 + event.asker]];
      if (!helper || !asker) return undefined;
      return given.push(await anAcceptedAnswer(domain, { helper, asker }));
    }
    const one = given[event.nth % Math.max(given.length, 1)];
    if (!one) return undefined;
    if (event.what === 'withdraw') return withdraw(one.asker, one.answer);
    if (event.what === 'doubt') return doubt(one.asker, one.answer);
    if (event.what === 'settle') return accept(one.asker, one.answer);
    if (event.what === 'undo') return undo(moderator, one.answer);
    return decide(moderator, one.answer, event.what);
  }

  /**
   * Limits are looked at when a reward is decided; what an undone verdict gives back, with a turn of
   * its own, is given back whole. A budget is kept then too, for what it has no room for waits.
   */
  const brokenLimits = async () => {
    const { rows } = await domain.db.raw<{ rows: object[] }>(
      `select 'month' as what, member_id::text as who, sum(amount_minor) as amount from rewards
        where state in ('waiting', 'held', 'released') and turn = 0
        group by member_id, month having sum(amount_minor) > :cap
       union all
       select 'day', member_id::text, sum(amount_minor) from rewards
        where state in ('waiting', 'held', 'released') and turn = 0
        group by member_id, (made_at at time zone 'Europe/London')::date
       having sum(amount_minor) > :daily
       union all
       select 'budget', budget_month, sum(amount_minor) from rewards
        where state in ('held', 'released')
        group by budget_month having sum(amount_minor) > :budget
       union all
       select 'pair', r.member_id::text, count(*) from rewards r join rewards o
           on o.member_id = r.member_id and o.asker_id = r.asker_id
          and o.made_at <= r.made_at and o.made_at > r.made_at - interval '720 hours'
          and o.state in ('waiting', 'held', 'released') and o.turn = 0
        where r.state in ('waiting', 'held', 'released') and r.turn = 0
        group by r.id having count(*) > 2`,
      { cap: CAP, daily: DAILY, budget: BUDGET },
    );
    return rows;
  };

  it('no cap, no limit of a pair and no budget is ever exceeded, and the books match', () =>
    fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 40 }), async (history) => {
        await begin();
        await live(history);

        expect(await brokenLimits()).to.deep.equal([]);
        await expectBooksToMatchStates(domain.db);
      }),
      { numRuns: 25, endOnFailure: true },
    ));
});

/** An expected no is part of the history; whatever has nothing to happen to does not happen. */
async function unlessRefused(event: () => Promise<unknown>): Promise<void> {
  try {
    await event();
  } catch (error) {
    const isNothing = error instanceof Error && error.message.includes('has an audit');
    if (!(error instanceof Refusal) && !isNothing) throw error;
  }
}
