import type { Knex } from 'knex';

import { memberAccount } from '../../ledger/accounts.ts';
import type { LedgerTransferId, LedgerTransferRow } from '../../ledger/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import type { Owed } from './as-of.ts';
import { ABOUT, type About } from '../statement/statement-movements.ts';

/** A transfer that touched a member's accounts, told with nothing that came after the instant. */
export type AsOfLine = Pick<
  LedgerTransferRow,
  'id' | 'event' | 'recorded_at' | 'effective_date' | 'pending'
> & {
  /** Null while it has no number. */
  seq: bigint | null;
  /** The event that a reversal undid. */
  undid: LedgerTransferRow['event'] | null;
  /** Whether what waited had found its end by then. */
  was_settled: boolean;
  was_undone: boolean;
  change: Owed;
  /** What the member was owed after it. */
  after: Owed;
  about: About | null;
};

export type AsOfStatement = { lines: AsOfLine[]; older: LedgerTransferId | undefined };

/**
 * A member's statement as it stood at an instant, from the ledger alone, the newest line first:
 * what was decided, settled or undone later leaves no trace in it.
 */
export async function readStatementAsOf(
  db: Knex,
  memberId: MemberId,
  { at, after, limit = 50 }: { at: Date; after?: LedgerTransferId | undefined; limit?: number },
): Promise<AsOfStatement> {
  const buckets = ['pending', 'available', 'in-transit'] as const;
  const { rows } = await db.raw<{ rows: Row[] }>(LINES, {
    ...{ at, after: after ?? null, limit: limit + 1 },
    codes: buckets.map((bucket) => memberAccount(memberId, bucket)),
  });
  const lines = rows.slice(0, limit).map(asLine);
  return { lines, older: rows.length > limit ? lines.at(-1)?.id : undefined };
}

type Amounts = [pending: bigint, available: bigint, inTransit: bigint];
type Row = Omit<AsOfLine, 'change' | 'after'> & { changes: string[]; sums: string[] };

const asLine = ({ changes, sums, ...line }: Row): AsOfLine => ({
  ...line,
  change: owed(changes),
  after: owed(sums),
});

function owed(amounts: string[]): Owed {
  const [pending, available, inTransit] = amounts.map(BigInt) as Amounts;
  return { pending, available, inTransit };
}

const LINES = `
  with own as (
    select id, split_part(code, ':', 3) as bucket from ledger_accounts where code = any(:codes)),
  sides as (
    select t.id, bucket, -t.amount_minor as change
      from own join ledger_transfers t
        on t.debit_account_id = own.id and t.debit_after is not null and t.recorded_at <= :at
    union all
    select t.id, bucket, t.amount_minor
      from own join ledger_transfers t
        on t.credit_account_id = own.id and t.credit_after is not null and t.recorded_at <= :at),
  moved as (
    select id, coalesce(sum(change) filter (where bucket = 'pending'), 0) as pending,
           coalesce(sum(change) filter (where bucket = 'available'), 0) as available,
           coalesce(sum(change) filter (where bucket = 'in-transit'), 0) as in_transit
      from sides group by id),
  summed as (
    select t.*, array[m.pending, m.available, m.in_transit]::text[] as changes,
           array[sum(m.pending) over sofar, sum(m.available) over sofar,
                 sum(m.in_transit) over sofar]::text[] as sums
      from moved m join ledger_transfers t using (id)
    window sofar as (order by t.recorded_at, t.id))
  select t.id, j.seq, t.event, t.pending, t.recorded_at, t.effective_date, t.changes, t.sums,
         reversed.event as undid, ${ABOUT} as about,
         exists (select from ledger_transfers x where x.settles = t.id and x.recorded_at <= :at)
           as was_settled,
         exists (select from ledger_transfers x where x.reverses = t.id and x.recorded_at <= :at)
           as was_undone
    from summed t
    left join ledger_journal j on j.transfer_id = t.id
    left join ledger_transfers reversed on reversed.id = t.reverses
    left join acceptances a
      on a.id = case when t.ref like 'acceptance:%' then split_part(t.ref, ':', 2)::int end
    left join questions q on q.id = a.question_id
   where :after::bigint is null
      or (t.recorded_at, t.id) < (select c.recorded_at, c.id from ledger_transfers c
                                   where c.id = :after)
   order by t.recorded_at desc, t.id desc limit :limit`;
