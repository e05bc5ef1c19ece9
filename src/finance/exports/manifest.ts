import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { findPeriod } from '../../ledger/periods.ts';
import type { Bound } from '../trial-balance.ts';
import { dayAfter, firstDay } from '../months.ts';

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
  /** Data rows: transfers of the month, or accounts with a balance. */
  rows: number;
  /** Exact decimals. */
  debit: string;
  credit: string;
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
};

/**
 * Measures a month up to the last number given so far, or by the time it was closed: what comes
 * later, such as an older community that is imported, is not in its file.
 */
export async function readExtent(db: Knex, month: Month): Promise<Extent> {
  const before = dayAfter(month);
  const period = await findPeriod(db, month);
  const { rows } = await db.raw<{ rows: [Measured] }>(
    `select coalesce(max(j.seq), 0)::bigint as "throughSeq",
            min(j.seq) filter (where t.effective_date >= :first) as "firstSeq",
            max(j.seq) filter (where t.effective_date >= :first) as "lastSeq",
            count(*) filter (where t.effective_date >= :first) as transfers,
            coalesce(sum(t.amount_minor) filter (where t.effective_date >= :first), 0)::bigint
              as amount,
            min(t.currency) as currency, count(distinct t.currency) as currencies
       from ledger_transfers t
       join ledger_journal j on j.transfer_id = t.id
      where t.effective_date < :before and j.seq <= coalesce(:last, j.seq)`,
    { first: firstDay(month), before, last: period?.last_seq ?? null },
  );
  const { currencies, ...measured } = rows[0];
  assert(currencies <= 1n, 'an operator keeps one currency');
  return { ...measured, month, before, closed: period?.state === 'closed' };
}

type Measured = Omit<Extent, 'month' | 'before' | 'closed'> & { currencies: bigint };
