import type { Knex } from 'knex';

import { readAnnualTotals, type AnnualTotals, type Year } from '../reports/annual-totals.ts';
import { amount, type Cell } from './cells.ts';
import { row } from './csv.ts';

/** A year's totals, a member to a line, and what they come to. */
export async function* annualTotalsCsv(
  db: Knex,
  { year, through, sums, currency }: Extent,
): AsyncGenerator<string> {
  yield row(['member', 'name', ...FIGURES.map(([column]) => column), 'currency']);
  const print = (cells: Cell[], totals: AnnualTotals) =>
    row([...cells, ...FIGURES.map(([, name]) => amount(totals[name])), currency]);
  let page = await readAnnualTotals(db, year, { through, limit: PAGE });
  while (page.members.length > 0) {
    yield page.members.map((one) => print([BigInt(one.id), one.name], one)).join('');
    if (page.next === undefined) break;
    page = await readAnnualTotals(db, year, { through, limit: PAGE, after: page.next });
  }
  yield print(['total', ''], sums);
}

type Extent = { year: Year; through: bigint; sums: AnnualTotals; currency: string };

const PAGE = 500;

const FIGURES = [
  ['opening_balance', 'opening'],
  ['earned', 'earned'],
  ['taken_back', 'takenBack'],
  ['repaid', 'repaid'],
  ['paid_out', 'paidOut'],
  ['expired', 'expired'],
  ['adjusted', 'adjusted'],
  ['closing_balance', 'closing'],
] as const satisfies readonly (readonly [string, keyof AnnualTotals])[];
