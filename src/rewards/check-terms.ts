import { Invalid } from '../refusals.ts';
import type { Step } from './decide.ts';
import type { RuleSetRow } from './rows.ts';

/** Everything that finance decides in a rule set; amounts in minor units. */
export type DraftTerms = Pick<
  RuleSetRow,
  | ('accepted_answer_minor' | 'hold_days' | 'pair_limit' | 'pair_days' | 'monthly_cap_minor')
  | ('daily_cap_minor' | 'monthly_budget_minor' | 'payout_minimum_minor' | 'expire_after_months')
  | ('newcomer_share' | 'helper_share' | 'guide_share' | 'steward_share' | 'notes')
> & { steps: readonly Step[] };

/** Refuses terms that make no sense, field by field and in sentences. */
export function refuseSenseless(terms: DraftTerms): void {
  const failed = CHECKS.filter(([, , holds]) => !holds(terms));
  if (failed.length === 0) return;
  const fields = failed.map(([field, sentence]) => [field, sentence]);
  throw new Invalid(Object.fromEntries(fields.reverse()) as Record<string, string>);
}

type Check = [field: string, sentence: string, holds: (terms: DraftTerms) => boolean];

const MOST = 10_000_000_00n;

const CHECKS: readonly Check[] = [
  [
    ...(['accepted_answer', 'An accepted answer earns more than nothing.'] as const),
    (terms) => isPayable(terms.accepted_answer_minor),
  ],
  ['hold_days', 'A reward is held for 0 to 60 days.', ({ hold_days }) => within(hold_days, 0, 60)],
  [
    ...(['pair_limit', 'Between 1 and 1,000 rewards from the same person are paid.'] as const),
    ({ pair_limit }) => within(pair_limit, 1, 1_000),
  ],
  [
    ...(['pair_days', 'They are counted over 1 to 365 days.'] as const),
    ({ pair_days }) => within(pair_days, 1, 365),
  ],
  [
    ...(['monthly_cap', 'A month pays a member at least one accepted answer.'] as const),
    (terms) =>
      isPayable(terms.monthly_cap_minor) && terms.monthly_cap_minor >= terms.accepted_answer_minor,
  ],
  [
    ...(['daily_cap', 'A day pays no more than a month, and more than nothing.'] as const),
    ({ daily_cap_minor: cap, monthly_cap_minor: most }) =>
      cap === null || (isPayable(cap) && cap <= most),
  ],
  [
    ...(['monthly_budget', 'The budget of a month pays at least one accepted answer.'] as const),
    ({ monthly_budget_minor: budget, accepted_answer_minor: worth }) =>
      budget === null || (isPayable(budget) && budget >= worth),
  ],
  [
    ...(['payout_minimum', 'The least that is paid out is more than nothing.'] as const),
    (terms) => isPayable(terms.payout_minimum_minor),
  ],
  [
    ...(['expire_after_months', 'Unused credit expires after 1 to 120 months, or never.'] as const),
    ({ expire_after_months: months }) => months === null || within(months, 1, 120),
  ],
  ...(['newcomer', 'helper', 'guide', 'steward'] as const).map((level): Check => [
    `${level}_share`,
    'Between 0 and 100 in 100 answers are checked.',
    (terms) => within(terms[`${level}_share`], 0, 100),
  ]),
  [
    'steps',
    'Each step begins later than the one before and is worth less.',
    ({ steps }) => fall(steps),
  ],
  ['notes', 'Notes can have 1,000 characters.', ({ notes }) => [...notes].length <= 1_000],
];

const isPayable = (amount: bigint) => amount > 0n && amount <= MOST;

const within = (number: number, least: number, most: number) =>
  Number.isInteger(number) && number >= least && number <= most;

const fall = (steps: readonly Step[]): boolean =>
  steps.every(({ from_nth, percent }, index) => {
    const before = steps[index - 1] ?? { from_nth: 1, percent: 100 };
    return within(from_nth, before.from_nth + 1, 1_000) && within(percent, 1, before.percent - 1);
  });
