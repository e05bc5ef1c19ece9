import type { Knex } from 'knex';

import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import type { LedgerTransferId, LedgerTransferRow } from '../../ledger/rows.ts';
import { readConditions, type Conditions, type TransferFilters } from './transfer-filters.ts';

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

/** A screenful, with where the newer and the older ones begin if there are any. */
export type TransferPage = {
  transfers: ListedTransfer[];
  newer: LedgerTransferId | undefined;
  older: LedgerTransferId | undefined;
};

/** From which transfer on, towards the older or towards the newer ones. */
type Place = {
  after?: LedgerTransferId | undefined;
  before?: LedgerTransferId | undefined;
  limit?: number;
};

/** Transfers that pass every filter, the newest first, `limit` of them. */
export async function findTransfers(
  db: Knex,
  filters: TransferFilters,
  { after, before, limit = 50 }: Place = {},
): Promise<TransferPage> {
  const conditions = await readConditions(db, filters);
  if (conditions === 'nothing') return { transfers: [], newer: undefined, older: undefined };
  const isBack = before !== undefined;
  const rows = await readPage(db, conditions, { after, before, limit: limit + 1 });
  const isMore = rows.length > limit;
  const transfers = isBack ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const [first, last] = [transfers[0]?.id, transfers.at(-1)?.id];
  return {
    transfers,
    newer: (isBack ? isMore : after !== undefined) ? first : undefined,
    older: isBack || isMore ? last : undefined,
  };
}

/** How many transfers pass, and what they come to in minor units. */
export type TransferSums = { transfers: bigint; amount: bigint };

/** The sums of all that pass every filter; undefined where that would take too long to wait for. */
export async function sumTransfers(
  db: Knex,
  filters: TransferFilters,
): Promise<TransferSums | undefined> {
  const conditions = await readConditions(db, filters);
  if (conditions === 'nothing') return { transfers: 0n, amount: 0n };
  return db
    .transaction(async (trx) => {
      await trx.raw(`set local statement_timeout = '${PATIENCE}'`);
      const { rows } = await trx.raw<{ rows: [TransferSums] }>(
        `select count(*) as transfers, coalesce(sum(t.amount_minor), 0)::bigint as amount
           from ledger_transfers t ${ACCOUNTS} ${whereOf(conditions.where)}`,
        conditions.values,
      );
      return rows[0];
    })
    .catch(unlessSlow);
}

const PATIENCE = '250ms';

function unlessSlow(error: unknown): undefined {
  const isSlow = error instanceof Error && 'code' in error && error.code === '57014';
  if (!isSlow) throw error;
}

const whereOf = (where: string[]) => (where.length > 0 ? `where ${where.join(' and ')}` : '');

async function readPage(
  db: Knex,
  { where, values }: Conditions,
  { after, before, limit }: Place & { limit: number },
): Promise<ListedTransfer[]> {
  const place = before === undefined ? after !== undefined && 't.id < :after' : 't.id > :beforeId';
  const { rows } = await db.raw<{ rows: ListedTransfer[] }>(
    `${LISTED} ${whereOf(place ? [...where, place] : where)}
      order by t.id ${before === undefined ? 'desc' : 'asc'} limit :limit`,
    {
      ...{ ...values, limit },
      ...(before === undefined ? after !== undefined && { after } : { beforeId: before }),
    },
  );
  return rows;
}

const ACCOUNTS = `
    join ledger_accounts d on d.id = t.debit_account_id
    join ledger_accounts c on c.id = t.credit_account_id
    left join ledger_journal j on j.transfer_id = t.id`;

/** Every transfer about one business record, the oldest first. */
export async function readTransfersOf(db: Knex, ref: string): Promise<ListedTransfer[]> {
  const acceptance = /^acceptance:(\d{1,9})$/.exec(ref)?.[1];
  const found =
    acceptance === undefined
      ? `t.ref = :ref and t.ref not like 'acceptance:%'`
      : `t.ref = :ref and t.key >= :from and t.key < :to`;
  const { rows } = await db.raw<{ rows: ListedTransfer[] }>(
    `${LISTED} where ${found} order by t.id`,
    {
      ref,
      ...(acceptance !== undefined && {
        from: `reward.${acceptance}.`,
        to: `reward.${acceptance}/`,
      }),
    },
  );
  return rows;
}

/** Reads transfers as they are listed; what follows may say which, of `t`, `j`, `d` and `c`. */
export const LISTED = `
  select t.id, j.seq, t.event, t.amount_minor, t.currency, t.ref, t.key, t.recorded_at,
         t.effective_date, t.settles, t.reverses, t.pending, d.code as debit, c.code as credit,
         acceptance.answer_id, acceptance.question_id, author.name as author, asker.name as asker
    from ledger_transfers t ${ACCOUNTS}
    left join acceptances acceptance
      on acceptance.id = case when t.ref like 'acceptance:%' then split_part(t.ref, ':', 2)::int end
    left join members author on author.id = acceptance.author_id
    left join members asker on asker.id = acceptance.asker_id`;
