import type { Knex } from 'knex';

import type { AnswerId, QuestionId } from '../forum/rows.ts';
import type { LedgerTransferId, LedgerTransferRow } from '../ledger/rows.ts';
import { readConditions, type TransferFilters } from './transfer-filters.ts';

/** A transfer with what finance needs to understand it. */
export type ListedTransfer = Pick<
  LedgerTransferRow,
  | ('id' | 'event' | 'amount_minor' | 'currency' | 'ref' | 'key' | 'recorded_at')
  | ('effective_date' | 'settles' | 'reverses' | 'pending')
> & {
  /** Null until the journal has given it its number, a moment after it was posted. */
  seq: bigint | null;
  /** Account codes. */
  debit: string;
  credit: string;
  /** The answer whose acceptance it is about, if it is. */
  answer_id: AnswerId | null;
  question_id: QuestionId | null;
  author: string | null;
  asker: string | null;
};

export type TransferPage = { transfers: ListedTransfer[]; older: LedgerTransferId | undefined };

/** Transfers that pass every filter, the newest first, `limit` of them from `after` on. */
export async function findTransfers(
  db: Knex,
  filters: TransferFilters,
  { after, limit = 50 }: { after?: LedgerTransferId | undefined; limit?: number } = {},
): Promise<TransferPage> {
  const conditions = await readConditions(db, filters);
  if (conditions === 'nothing') return { transfers: [], older: undefined };
  const { where, values } = conditions;
  const all = after === undefined ? where : [...where, 't.id < :after'];
  const { rows } = await db.raw<{ rows: ListedTransfer[] }>(
    `${LISTED} ${all.length > 0 ? `where ${all.join(' and ')}` : ''}
      order by t.id desc limit :limit`,
    { ...values, ...(after !== undefined && { after }), limit: limit + 1 },
  );
  const transfers = rows.slice(0, limit);
  return { transfers, older: rows.length > limit ? transfers.at(-1)?.id : undefined };
}

/** Reads transfers as they are listed; what follows may say which, of `t`, `j`, `d` and `c`. */
export const LISTED = `
  select t.id, j.seq, t.event, t.amount_minor, t.currency, t.ref, t.key, t.recorded_at,
         t.effective_date, t.settles, t.reverses, t.pending, d.code as debit, c.code as credit,
         acceptance.answer_id, acceptance.question_id, author.name as author, asker.name as asker
    from ledger_transfers t
    join ledger_accounts d on d.id = t.debit_account_id
    join ledger_accounts c on c.id = t.credit_account_id
    left join ledger_journal j on j.transfer_id = t.id
    left join acceptances acceptance
      on acceptance.id = case when t.ref like 'acceptance:%' then split_part(t.ref, ':', 2)::int end
    left join members author on author.id = acceptance.author_id
    left join members asker on asker.id = acceptance.asker_id`;
