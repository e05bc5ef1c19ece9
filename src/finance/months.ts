import { monthAfter, type Month } from '../ledger/dates.ts';

/** The first day of a month: what is dated earlier came before it. */
export const firstDay = (month: Month) => `${month}-01`;

/** The first day that no longer belongs to it. */
export const dayAfter = (month: Month) => firstDay(monthAfter(month));

/** The last day of a month. */
export const lastDay = (month: Month) => dayBefore(dayAfter(month));

/** The calendar day before, as YYYY-MM-DD. */
export const dayBefore = (day: string) => shift(day, -1);

/** The calendar day after. */
export const nextDay = (day: string) => shift(day, 1);

/** So many months up to and with the last, the oldest first. */
export const monthsUpTo = (last: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => monthAfter(last, index - count + 1));

function shift(day: string, by: number): string {
  const there = new Date(`${day}T00:00:00Z`);
  there.setUTCDate(there.getUTCDate() + by);
  return there.toISOString().slice(0, 10);
}
