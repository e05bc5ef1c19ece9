import type { MemberId } from '../members/rows.ts';
import { decide, type Facts, type Terms } from './decide.ts';
import { DAY } from './read-facts.ts';
import type { RewardRow } from './rows.ts';

/** A reward of the past, and when it ended: voided, taken back, or its acceptance withdrawn. */
export type Past = Pick<
  RewardRow,
  'member_id' | 'asker_id' | 'made_at' | 'month' | 'amount_minor' | 'refusal'
> & {
  /** The operator's date of the acceptance. */
  date: string;
  ended_at: Date | null;
};

export type Refusal = NonNullable<RewardRow['refusal']>;

/** What was paid in a time of the past beside what other rules would have paid; minor units. */
export type Difference = {
  acceptances: number;
  members: Map<MemberId, { paid: bigint; wouldPay: bigint }>;
  refusals: Map<Refusal, { refused: number; wouldRefuse: number }>;
  /** Rewards that would have waited for a budget. */
  waiting: { rewards: number; amount: bigint };
};

type Rules = Terms & { monthly_budget_minor: bigint | null };

/**
 * Tries rules on the past, one acceptance after another in their order, with tallies of their own.
 *
 * What came before `from` counts as it was paid. Each reward uses up limits until it ended, and
 * what ended in the end is paid on neither side. What would wait for a budget is owed, so it is
 * counted as paid, and told apart.
 */
export function startReplay(rules: Rules, from: Date) {
  const difference: Difference = {
    ...{ acceptances: 0, members: new Map(), refusals: new Map() },
    waiting: { rewards: 0, amount: 0n },
  };
  const tallies = new Map<MemberId, Tally[]>();
  const budget = startBudget(rules.monthly_budget_minor);
  const keep = (past: Past, amount: bigint) => {
    const tally = { ...past, amount_minor: amount };
    const earlier = (tallies.get(past.member_id) ?? []).filter((old) => isOfUse(old, past, rules));
    tallies.set(past.member_id, [...earlier, tally]);
    return tally;
  };
  return {
    difference,
    take: (past: Past): void => {
      if (past.made_at < from) {
        if (past.refusal === null) budget.spend(keep(past, past.amount_minor));
        return;
      }
      const facts = factsAt(past, rules, tallies.get(past.member_id) ?? []);
      const { amount_minor, refusal, waits } = decide(rules, {
        ...{ ...facts, budgetLeft: budget.leftAt(past) },
      });
      count(difference, past, { amount: amount_minor, refusal, waits });
      if (refusal !== null) return;
      const tally = keep(past, amount_minor);
      if (!waits) budget.spend(tally);
    },
  };
}

type Tally = Past;

function factsAt(past: Past, { pair_days }: Terms, tallies: Tally[]): Omit<Facts, 'budgetLeft'> {
  const since = new Date(past.made_at.getTime() - pair_days * DAY);
  const standing = tallies.filter((tally) => stoodAt(tally, past.made_at));
  const ofMonth = standing.filter(({ month }) => month === past.month);
  return {
    ownQuestion: past.refusal === 'own-question',
    staff: past.refusal === 'staff',
    sanctioned: past.refusal === 'sanctioned',
    copy: past.refusal === 'copy',
    paidAlready: past.refusal === 'paid-already',
    paidToPair: standing.filter(
      ({ asker_id, made_at }) => asker_id === past.asker_id && made_at > since,
    ).length,
    paidThisMonth: ofMonth.length,
    earnedThisMonth: sum(ofMonth),
    earnedToday: sum(ofMonth.filter(({ date }) => date === past.date)),
  };
}

const stoodAt = ({ ended_at }: Tally, at: Date) => ended_at === null || ended_at > at;

const isOfUse = (old: Tally, { month, made_at }: Past, { pair_days }: Terms) =>
  old.month === month || old.made_at.getTime() > made_at.getTime() - pair_days * DAY;

const sum = (tallies: Tally[]): bigint =>
  tallies.reduce((total, { amount_minor }) => total + amount_minor, 0n);

/** What every month's budget still pays; it gets back what has ended by then. */
function startBudget(budget: bigint | null) {
  const months = new Map<string, Spent>();
  return {
    spend: (tally: Tally): void => {
      const month = months.get(tally.month) ?? { amount: 0n, ending: [], nextEnd: Infinity };
      months.set(tally.month, month);
      month.amount += tally.amount_minor;
      if (tally.ended_at === null) return;
      month.ending.push(tally);
      month.nextEnd = Math.min(month.nextEnd, tally.ended_at.getTime());
    },
    leftAt: ({ month, made_at }: Past): bigint | null => {
      const spent = months.get(month);
      if (budget === null || !spent) return budget;
      if (spent.nextEnd <= made_at.getTime()) giveBack(spent, made_at);
      return budget - spent.amount;
    },
  };
}

/** `nextEnd` in milliseconds, so that the list is looked through only where something has ended. */
type Spent = { amount: bigint; ending: Tally[]; nextEnd: number };

function giveBack(spent: Spent, at: Date): void {
  spent.amount -= sum(spent.ending.filter((tally) => !stoodAt(tally, at)));
  spent.ending = spent.ending.filter((tally) => stoodAt(tally, at));
  spent.nextEnd = Math.min(...spent.ending.map(({ ended_at }) => ended_at?.getTime() ?? Infinity));
}

type Outcome = { amount: bigint; refusal: RewardRow['refusal']; waits: boolean };

function count(difference: Difference, past: Past, { amount, refusal, waits }: Outcome): void {
  const stands = past.ended_at === null;
  const member = difference.members.get(past.member_id) ?? { paid: 0n, wouldPay: 0n };
  difference.acceptances += 1;
  difference.members.set(past.member_id, {
    paid: member.paid + (stands ? past.amount_minor : 0n),
    wouldPay: member.wouldPay + (stands ? amount : 0n),
  });
  if (past.refusal !== null) refusalsOf(difference, past.refusal).refused += 1;
  if (refusal !== null) refusalsOf(difference, refusal).wouldRefuse += 1;
  if (!waits) return;
  difference.waiting.rewards += 1;
  difference.waiting.amount += amount;
}

function refusalsOf({ refusals }: Difference, refusal: Refusal) {
  const known = refusals.get(refusal) ?? { refused: 0, wouldRefuse: 0 };
  refusals.set(refusal, known);
  return known;
}
