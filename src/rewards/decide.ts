import type { RewardRow, RuleSetRow, RuleSetStepRow } from './rows.ts';

/** From a member's nth paid reward of a month on, each is worth so many percent. */
export type Step = Pick<RuleSetStepRow, 'from_nth' | 'percent'>;

/** What of a rule set decides a reward. */
export type Terms = Pick<
  RuleSetRow,
  'accepted_answer_minor' | 'pair_limit' | 'pair_days' | 'monthly_cap_minor' | 'daily_cap_minor'
> & { steps: readonly Step[] };

/** What is known when an answer is accepted. What was voided or taken back is in none of it. */
export type Facts = {
  ownQuestion: boolean;
  staff: boolean;
  /** Limited, suspended or closed when the answer was accepted. */
  sanctioned: boolean;
  /** It says word for word what somebody else's answer said before. */
  copy: boolean;
  /** Another acceptance of it stands and was worth something: two who asked the same gave theirs. */
  paidAlready: boolean;
  /** Rewards from the same asker in the days that the rules count. */
  paidToPair: number;
  /** Rewards of the member in the month. */
  paidThisMonth: number;
  /** In minor units, like all amounts here. */
  earnedThisMonth: bigint;
  earnedToday: bigint;
  /** What the month's budget still pays; null where there is none. */
  budgetLeft: bigint | null;
};

export type Decision = {
  amount_minor: bigint;
  refusal: RewardRow['refusal'];
  /** Whether it is owed but has to wait for a budget with room. */
  waits: boolean;
};

/**
 * What rules pay for an acceptance, or why they pay nothing. It depends on nothing else, so what
 * pays today and what is tried on the past cannot disagree.
 */
export function decide(terms: Terms, facts: Facts): Decision {
  if (facts.ownQuestion) return refuse('own-question');
  if (facts.staff) return refuse('staff');
  if (facts.sanctioned) return refuse('sanctioned');
  if (facts.copy) return refuse('copy');
  if (facts.paidAlready) return refuse('paid-already');
  if (facts.paidToPair >= terms.pair_limit) return refuse('pair-limit');
  const leftOfMonth = terms.monthly_cap_minor - facts.earnedThisMonth;
  if (leftOfMonth <= 0n) return refuse('monthly-cap');
  const leftOfDay =
    terms.daily_cap_minor === null ? leftOfMonth : terms.daily_cap_minor - facts.earnedToday;
  if (leftOfDay <= 0n) return refuse('daily-cap');
  const amount_minor = least(worthOf(terms, facts.paidThisMonth + 1), leftOfMonth, leftOfDay);
  const waits = facts.budgetLeft !== null && amount_minor > facts.budgetLeft;
  return { amount_minor, refusal: null, waits };
}

/** What a member's nth reward of a month is worth before caps: rounded down, never to nothing. */
export function worthOf(
  { accepted_answer_minor: worth, steps }: Pick<Terms, 'accepted_answer_minor' | 'steps'>,
  nth: number,
): bigint {
  const passed = steps.filter(({ from_nth }) => from_nth <= nth);
  const last = passed.toSorted((one, other) => one.from_nth - other.from_nth).at(-1);
  const share = (worth * BigInt(last?.percent ?? 100)) / 100n;
  return share > 0n ? share : 1n;
}

const refuse = (refusal: RewardRow['refusal']): Decision => ({
  amount_minor: 0n,
  refusal,
  waits: false,
});

const least = (...amounts: [bigint, ...bigint[]]): bigint =>
  amounts.reduce((one, other) => (one < other ? one : other));
