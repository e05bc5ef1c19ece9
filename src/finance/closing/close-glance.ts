import type { Knex } from 'knex';

import { isOver, isOverForAnHour, type Month } from '../../ledger/dates.ts';
import { readCarried, type Waiting } from './close-checklist.ts';
import type { Period } from './periods.ts';

/** How far a month is from being closed, without recomputing a thing: the checklist does that. */
export type CloseGlance = {
  month: Month;
  /** Undefined where nothing was booked under it. */
  period: Period | undefined;
  isDue: boolean;
  /** The earliest month before it that is not closed yet. */
  earlier: Month | undefined;
  carried: Waiting;
};

/**
 * The month to look at: the earliest that is over and not closed, or else the one asked for. What
 * waits in it is looked up by an index of what waits.
 */
export async function readCloseGlance(
  db: Knex,
  asked: Month,
  { now, timeZone, periods }: { now: Date; timeZone: string; periods: Period[] },
): Promise<CloseGlance> {
  const open = periods.filter(({ state }) => state !== 'closed');
  const month = open.findLast(({ id }) => isOver(id, now, timeZone))?.id ?? asked;
  return {
    month,
    period: periods.find(({ id }) => id === month),
    isDue: isOverForAnHour(month, now, timeZone),
    earlier: open.findLast(({ id }) => id < month)?.id,
    carried: await readCarried(db, month),
  };
}
