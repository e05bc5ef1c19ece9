import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { decimal } from '../../ledger/money.ts';
import { findPeriod } from '../../ledger/periods.ts';
import { dayAfter, firstDay } from '../months.ts';
import type { Bound } from './account-balances.ts';
import type { Totals } from './table.ts';

/** What every file is known by. */
export type FileManifest = {
  file: string;
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
};

/** What a file must add up to, so that whoever receives it can tell that it is whole. */
export type Manifest = FileManifest & {
  month: Month;
  /** Only a closed month promises the same bytes for ever. */
  state: 'open' | 'closed';
  currency: string | null;
  /** The first and the last number of the journal within the month. */
  first_seq: number | null;
  last_seq: number | null;
  /** The last number of the journal that the file knows of. */
  through_seq: number;
  /** Data rows: transfers, lines of the journal, accounts; headings and totals are none. */
  rows: number;
  /** Exact decimals; of what is owed, those of the entries it comes from. */
  debit: string;
  credit: string;
  /** What is owed at the end, where the file says it: an exact decimal. */
  liability?: string;
  /** Leaves of the sealed journal that hold every entry of the file, and the root over them. */
  tree_size: number | null;
  /** In hexadecimal. */
  root: string | null;
};

/** What of the ledger a month's file covers; everything in it has its number. */
export type Extent = Bound & {
  month: Month;
  closed: boolean;
  currency: string | null;
  firstSeq: bigint | null;
  lastSeq: bigint | null;
  transfers: bigint;
  /** Of the transfers, in minor units. */
  amount: bigint;
  /** The tree over what was sealed by the close, or over what the file knows of if it is open. */
  treeSize: bigint | null;
  root: string | null;
};

/** Up to which number of the journal to look, and before which day, where not to the end. */
export type Limit = { through?: bigint | undefined; before?: string | undefined };

/**
 * Measures a month up to the last number given so far, or by the time it was closed: what comes
 * later, such as an older community that is imported, is not in its file.
 */
export async function readExtent(db: Knex, month: Month, limit: Limit = {}): Promise<Extent> {
  const { before = dayAfter(month), through = null } = limit;
  const period = await findPeriod(db, month);
  const { throughSeq, currency } = await readLast(db, before, [through, period?.last_seq ?? null]);
  const measured = await measure(db, { first: firstDay(month), before, throughSeq });
  const closed = period?.state === 'closed';
  const tree = await findTree(db, through ?? period?.last_seq ?? throughSeq);
  return { ...measured, ...tree, month, before, throughSeq, currency, closed };
}

/** What a manifest says, of what was measured and what the file turned out to hold. */
export const describeExtent = (extent: Extent, { rows, debit, credit, liability }: Totals) => ({
  month: extent.month,
  state: extent.closed ? ('closed' as const) : ('open' as const),
  currency: extent.currency,
  first_seq: numberOrNull(extent.firstSeq),
  last_seq: numberOrNull(extent.lastSeq),
  through_seq: Number(extent.throughSeq),
  rows,
  debit: decimal(debit),
  credit: decimal(credit),
  ...(liability !== undefined && { liability: decimal(liability) }),
  tree_size: numberOrNull(extent.treeSize),
  root: extent.root,
});

const numberOrNull = (seq: bigint | null) => (seq === null ? null : Number(seq));

type Last = { throughSeq: bigint; currency: string | null };

/** The last number, within all limits, of anything dated before a day; 0 where there is none. */
async function readLast(db: Knex, before: string, limits: (bigint | null)[]): Promise<Last> {
  const { rows } = await db.raw<{ rows: (Last & { currencies: bigint })[] }>(
    `select j.seq as "throughSeq", t.currency,
            (select count(distinct currency) from ledger_accounts) as currencies
       from ledger_journal j join ledger_transfers t on t.id = j.transfer_id
      where t.effective_date < :before and j.seq <= least(:one::bigint, :other::bigint, j.seq)
      order by j.seq desc limit 1`,
    { before, one: limits[0] ?? null, other: limits[1] ?? null },
  );
  const [last] = rows;
  if (!last) return { throughSeq: 0n, currency: null };
  assert(last.currencies === 1n, 'an operator keeps one currency');
  return { throughSeq: last.throughSeq, currency: last.currency };
}

type Tree = Pick<Extent, 'treeSize' | 'root'>;

/** The first tree that an entry is in; entries are numbered and sealed at once. */
async function findTree(db: Knex, seq: bigint): Promise<Tree> {
  const { rows } = await db.raw<{ rows: Tree[] }>(
    `select tree_size as "treeSize", encode(root, 'hex') as root from ledger_blocks
      where tree_size >= :seq and :seq > 0 order by tree_size limit 1`,
    { seq },
  );
  return rows[0] ?? { treeSize: null, root: null };
}

type Measured = Pick<Extent, 'firstSeq' | 'lastSeq' | 'transfers' | 'amount'>;

async function measure(db: Knex, bound: { first: string; before: string; throughSeq: bigint }) {
  const { rows } = await db.raw<{ rows: [Measured] }>(
    `select min(j.seq) as "firstSeq", max(j.seq) as "lastSeq", count(*) as transfers,
            coalesce(sum(t.amount_minor), 0)::bigint as amount
       from ledger_transfers t join ledger_journal j on j.transfer_id = t.id
      where t.effective_date >= :first and t.effective_date < :before and j.seq <= :throughSeq`,
    bound,
  );
  return rows[0];
}
