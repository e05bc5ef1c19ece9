import type { Work } from '../work.ts';
import { monthAt } from './dates.ts';

/**
 * Carries out a command that books at an instant long past: its month is opened, and the door
 * does not look at its clock, in this transaction alone. Only the database's owner may.
 */
export async function bookHistory<T>(work: Work, command: () => Promise<T>): Promise<T> {
  const month = monthAt(work.at, work.operator.timeZone);
  await work.trx.raw('select ledger_open_period(?, ?)', [month, work.at]);
  const { rows } = await work.trx.raw<{ rows: [{ tolerance: string | null }] }>(
    'select tolerance::text from ledger_clock for update',
  );
  await work.trx('ledger_clock').update({ tolerance: null });
  const result = await command();
  await work.trx('ledger_clock').update({ tolerance: rows[0].tolerance });
  return result;
}
