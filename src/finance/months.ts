import { monthAfter, type Month } from '../ledger/dates.ts';

/** The first day of a month: what is dated earlier came before it. */
export const firstDay = (month: Month) => `${month}-01`;

/** The first day that no longer belongs to it. */
export const dayAfter = (month: Month) => firstDay(monthAfter(month));

/** The last day of a month. */
export function lastDay(month: Month): string {
  const end = new Date(`${dayAfter(month)}T00:00:00Z`);
  end.setUTCDate(0);
  return end.toISOString().slice(0, 10);
}

/** So many months up to and with the last, the oldest first. */
export const monthsUpTo = (last: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => monthAfter(last, index - count + 1));
