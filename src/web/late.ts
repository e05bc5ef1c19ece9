import type { LedgerTransferRow } from '../ledger/rows.ts';
import type { Formats } from './format.ts';

/**
 * Why something stands in a month that is not its own, in words; undefined for what does not: it
 * was recorded when its own month was no longer open where the operator is.
 */
export function lateWords(
  { recorded_at, effective_date }: Pick<LedgerTransferRow, 'recorded_at' | 'effective_date'>,
  { month }: Formats,
): string | undefined {
  const [own, booked] = [month(recorded_at), month(effective_date.slice(0, 7))];
  return own === booked ? undefined : `Booked in ${booked}: ${own} was already closing`;
}
