import type { Knex } from 'knex';

import { firstDay } from '../months.ts';
import { readGlCodes, type GlCode } from './gl-codes.ts';
import { amount, type Cell } from './cells.ts';
import { LINE_OF } from './lines.ts';
import type { Extent } from './manifest.ts';
import { NOTHING, plus, type Pages, type Table } from './table.ts';

/** What a month debits and credits under each code of the operator's general ledger, and in all. */
export const erpTable: Table = {
  columns: ['gl_code', 'cost_centre', 'tax_code', 'currency', 'debit', 'credit', 'net'],
  pages: async function* (db, extent): Pages {
    const sums = await readSums(db, extent);
    const totals = sums.reduce(
      (all, { debit, credit }) => plus(all, { rows: 1, debit, credit }),
      NOTHING,
    );
    yield sums.map((sum) => rowOf(sum, extent.currency));
    yield [rowOf({ ...totals, gl_code: 'total', cost_centre: '', tax_code: '' }, extent.currency)];
    return totals;
  },
};

type Sides = { debit: bigint; credit: bigint };
type Sum = GlCode & Sides;

const rowOf = ({ debit, credit, ...codes }: Sum, currency: string | null): Cell[] => [
  ...[codes.gl_code, codes.cost_centre, codes.tax_code, currency],
  ...[amount(debit), amount(credit), amount(debit - credit)],
];

/** Lines of accounts that go under the same codes are one. */
async function readSums(db: Knex, extent: Extent): Promise<Sum[]> {
  const codes = await readGlCodes(db, extent.month);
  const sums = new Map<string, Sum>();
  for (const { debit, credit, ...line } of await readLines(db, extent)) {
    const code = codes(line);
    const key = [code.gl_code, code.cost_centre, code.tax_code].join('\n');
    const before = sums.get(key) ?? { debit: 0n, credit: 0n };
    sums.set(key, { ...code, debit: before.debit + debit, credit: before.credit + credit });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}

type Line = Sides & { account: string; gl_code: string };

async function readLines(db: Knex, { month, before, throughSeq }: Extent): Promise<Line[]> {
  const { rows } = await db.raw<{ rows: Line[] }>(
    `with moved as (
       select t.debit_account_id, t.credit_account_id, t.amount_minor
         from ledger_transfers t join ledger_journal j on j.transfer_id = t.id
        where t.effective_date >= :first and t.effective_date < :before and j.seq <= :throughSeq),
     sides as (
       select debit_account_id as id, sum(amount_minor) as debit, 0 as credit from moved group by 1
       union all
       select credit_account_id, 0, sum(amount_minor) from moved group by 1)
     select ${LINE_OF} as account, gl_code,
            sum(debit)::bigint as debit, sum(credit)::bigint as credit
       from sides join ledger_accounts a using (id)
      group by 1, 2 order by 1, 2`,
    { first: firstDay(month), before, throughSeq },
  );
  return rows;
}
