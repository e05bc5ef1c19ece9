import type { Knex } from 'knex';

import { parseMonth } from '../../ledger/dates.ts';
import { awaitNumbers } from '../../ledger/journal.ts';
import { decimal } from '../../ledger/money.ts';
import { findPeriod } from '../../ledger/periods.ts';
import { sumAnnualTotals, type Year } from '../reports/annual-totals.ts';
import { annualTotalsCsv } from './annual-totals-csv.ts';
import { digest, type Export } from './export.ts';
import type { FileManifest } from './manifest.ts';

export type TotalsManifest = FileManifest & {
  year: Year;
  /** Only a year whose December is closed promises the same figures for ever. */
  state: 'open' | 'closed';
  currency: string;
  /** The last number of the journal that the file knows of. */
  through_seq: number;
  /** Members. */
  rows: number;
  /** Exact decimals. */
  opening_balance: string;
  closing_balance: string;
};

/** Every member's totals of a year as a file, of all that has its number once what is posted has. */
export async function exportAnnualTotals(
  db: Knex,
  { year, currency }: { year: Year; currency: string },
): Promise<Export<TotalsManifest>> {
  await awaitNumbers(db);
  const { through, isClosed } = await readExtent(db, year);
  const sums = await sumAnnualTotals(db, year, through);
  const read = () => annualTotalsCsv(db, { year, through, sums, currency });
  const manifest = {
    ...{ file: `annual-totals-${year}.csv`, year, currency, through_seq: Number(through) },
    state: isClosed ? ('closed' as const) : ('open' as const),
    rows: Number(sums.members),
    opening_balance: decimal(sums.opening),
    closing_balance: decimal(sums.closing),
    ...(await digest(read())),
  };
  return { mediaType: 'text/csv', manifest, read };
}

async function readExtent(db: Knex, year: Year): Promise<{ through: bigint; isClosed: boolean }> {
  const december = parseMonth(`${year}-12`);
  const period = december && (await findPeriod(db, december));
  if (period?.last_seq != null) return { through: period.last_seq, isClosed: true };
  const last = await db('ledger_journal').max<{ seq: bigint | null }[]>('seq as seq');
  return { through: last[0]?.seq ?? 0n, isClosed: false };
}
