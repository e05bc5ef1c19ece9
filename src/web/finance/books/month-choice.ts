import type { Period } from '../../../finance/closing/periods.ts';
import type { Month } from '../../../ledger/dates.ts';
import type { Formats } from '../../format.ts';
import { monthOptions } from './ledger-page.ts';

type Chosen = { month: Month; current: Month; periods: Period[] };

/** The months that were booked under, and the one it is, and the one that is looked at. */
export function monthChoice({ month, current, periods }: Chosen, formats: Formats) {
  const booked = monthOptions(periods, formats);
  const others = [...new Set([current, month])].filter(
    (other) => !booked.some(([value]) => value === other),
  );
  return [...others.map((other): [string, string] => [other, formats.month(other)]), ...booked]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([value, label]) => ({ value, label, chosen: value === month }));
}
