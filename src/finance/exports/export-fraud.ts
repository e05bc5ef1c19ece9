import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { decimal } from '../../ledger/money.ts';
import { readFraudFigures, sumFraud, type FraudFigures } from '../reports/fraud-figures.ts';
import { amount } from './cells.ts';
import { row } from './csv.ts';
import { digest, type Export } from './export.ts';
import type { FileManifest } from './manifest.ts';

export type FraudManifest = FileManifest & {
  /** The last of the months. */
  month: Month;
  currency: string;
  /** Months. */
  rows: number;
  /** Exact decimals: the sums of the columns. */
  prevented: string;
  recovered: string;
  owed: string;
  repaid: string;
  written_off: string;
};

/** What fraud came to in the year up to and with a month, month by month, as it stands now. */
export async function exportFraud(
  db: Knex,
  { month, currency }: { month: Month; currency: string },
): Promise<Export<FraudManifest>> {
  const months = await readFraudFigures(db, { last: month, count: 12 });
  const sums = sumFraud(months);
  const line = (name: string, of: FraudFigures) => row([name, ...figuresOf(of), currency]);
  const text = [
    row(['month', 'prevented', 'recovered', 'owed', 'repaid', 'written_off', 'currency']),
    ...months.map((of) => line(of.month, of)),
    line('total', sums),
  ].join('');
  const manifest = {
    ...{ file: `fraud-${month}.csv`, month, currency, rows: months.length },
    ...{ prevented: decimal(sums.prevented), recovered: decimal(sums.recovered) },
    ...{ owed: decimal(sums.owed), repaid: decimal(sums.repaid) },
    written_off: decimal(sums.writtenOff),
    ...(await digest([text])),
  };
  return { mediaType: 'text/csv', manifest, read: () => [text] };
}

const figuresOf = ({ prevented, recovered, owed, repaid, writtenOff }: FraudFigures) =>
  [prevented, recovered, owed, repaid, writtenOff].map(amount);
