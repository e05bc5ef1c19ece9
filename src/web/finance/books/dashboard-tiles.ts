import type { Dashboard } from '../../../finance/books/dashboard.ts';
import type { Month } from '../../../ledger/dates.ts';
import { monthAfter } from '../../../ledger/dates.ts';
import type { MonthBudget } from '../../../rewards/read-budget.ts';
import type { Formats } from '../../format.ts';

/** A figure, what it is made of, and how it stands to the month before. */
export type Tile = {
  term: string;
  amountMinor: bigint;
  detail: string;
  change: Change | undefined;
};

/** Up or down by so much of a hundred, such as 6.1%, on October. */
export type Change = { isUp: boolean; text: string; on: string };

type Read = { figures: Dashboard; month: Month; budget: MonthBudget };

export function tilesOf({ figures, month, budget }: Read, formats: Formats): Tile[] {
  const { owed, checking, month: moved, monthBefore } = figures;
  const many = (number: bigint, thing: string) =>
    `${formats.count(number)} ${thing}${number === 1n ? '' : 's'}`;
  const changeFrom = changeOn(formats.month(monthAfter(month, -1)).split(' ')[0] ?? '');
  const oldest = checking.oldest ? `, the oldest since ${formats.day(checking.oldest)}` : '';
  return [
    {
      ...{ term: 'Owed to members', amountMinor: owed.amount },
      detail: many(owed.members, 'member'),
      change: changeFrom(owed.before, owed.amount),
    },
    {
      ...{ term: 'Being checked', amountMinor: checking.amount },
      detail: `${many(checking.rewards, 'answer')}${oldest}`,
      change: changeFrom(checking.before, checking.amount),
    },
    {
      ...{ term: 'Reward cost this month', amountMinor: moved.cost.amount },
      detail: `${many(moved.cost.rewards, 'reward')}${budgetText(moved.cost.amount, budget, formats)}`,
      change: changeFrom(monthBefore.cost.amount, moved.cost.amount),
    },
    {
      ...{ term: 'Taken back this month', amountMinor: moved.takenBack.amount },
      detail: many(moved.takenBack.rewards, 'reward'),
      change: changeFrom(monthBefore.takenBack.amount, moved.takenBack.amount),
    },
  ];
}

function budgetText(cost: bigint, { budget }: MonthBudget, { money }: Formats): string {
  if (!budget) return '';
  const limit = budget.budget_minor + budget.raised_minor;
  const used = limit > 0n ? (100n * cost) / limit : 0n;
  return `, ${String(used)}% of the ${money(limit)} budget`;
}

/** Nothing to compare with where the month before came to nothing. */
const changeOn =
  (on: string) =>
  (before: bigint, now: bigint): Change | undefined => {
    if (before <= 0n || before === now) return undefined;
    const isUp = now > before;
    const tenths = ((isUp ? now - before : before - now) * 1000n + before / 2n) / before;
    const whole = String(tenths / 10n);
    const text = tenths < 1000n ? `${whole}.${String(tenths % 10n)}%` : `${whole}%`;
    return { isUp, text, on };
  };
