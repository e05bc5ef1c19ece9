import type { Knex } from 'knex';

import type { LedgerAccountRow, LedgerTransferRow } from '../../ledger/rows.ts';
import { firstDay } from '../months.ts';
import type { Extent } from './manifest.ts';

/** A transfer as the files have it: with its number, and what its two accounts are. */
export type NumberedTransfer = LedgerTransferRow & {
  seq: bigint;
  /** Account codes. */
  debit: string;
  credit: string;
  debit_kind: LedgerAccountRow['kind'];
  credit_kind: LedgerAccountRow['kind'];
  /** Of the chart of accounts, before any mapping. */
  debit_gl_code: string;
  credit_gl_code: string;
};

/** The month's transfers in the order of their numbers, a page at a time. */
export async function* numberedTransfers(
  db: Knex,
  extent: Extent,
): AsyncGenerator<NumberedTransfer[], void> {
  if (extent.firstSeq === null || extent.lastSeq === null) return;
  const { lastSeq } = extent;
  for (let after = extent.firstSeq - 1n; after < lastSeq; after += PAGE) {
    const through = after + PAGE < lastSeq ? after + PAGE : lastSeq;
    const page = await readPage(db, extent, { after, through });
    if (page.length > 0) yield page;
  }
}

/** Two lines each, of a workbook's XML, are half a megabyte; larger pages cost memory, not time. */
const PAGE = 200n;

/** By a range of numbers and not by a limit, of which the planner expects far more than it gets. */
async function readPage(
  db: Knex,
  { month, before }: Extent,
  range: { after: bigint; through: bigint },
) {
  const { rows } = await db.raw<{ rows: NumberedTransfer[] }>(
    `select j.seq, t.*, d.code as debit, d.kind as debit_kind, d.gl_code as debit_gl_code,
            c.code as credit, c.kind as credit_kind, c.gl_code as credit_gl_code
       from ledger_journal j
       join ledger_transfers t on t.id = j.transfer_id
       join ledger_accounts d on d.id = t.debit_account_id
       join ledger_accounts c on c.id = t.credit_account_id
      where j.seq > :after and j.seq <= :through
        and t.effective_date >= :first and t.effective_date < :before
      order by j.seq`,
    { ...range, first: firstDay(month), before },
  );
  return rows;
}
