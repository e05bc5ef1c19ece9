import type { Knex } from 'knex';

import { isOver, type Month } from '../ledger/dates.ts';
import { verifyLedger, type Finding } from '../ledger/verify.ts';
import { dayAfter } from './months.ts';
import { readPeriods, type Period } from './periods.ts';

/** What must be so before a month is closed, and what is carried into the next. */
export type Checklist = {
  month: Month;
  /** Undefined where nothing was ever booked under the month. */
  period: Period | undefined;
  isOver: boolean;
  /** The earliest month before it that is not closed yet. */
  earlier: Month | undefined;
  /** Rules of the ledger that do not hold. */
  broken: Finding[];
  /** Rewards that still wait for a check: they are decided in a later month. */
  carried: { rewards: bigint; amount: bigint };
  /** Transfers up to the month's end without a number; closing gives them theirs. */
  unnumbered: bigint;
};

/** Checks everything there is to check, the whole ledger included. */
export async function readChecklist(
  db: Knex,
  month: Month,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<Checklist> {
  const [periods, findings, carried, unnumbered] = await Promise.all([
    readPeriods(db),
    verifyLedger(db),
    readCarried(db, month),
    countUnnumbered(db, month),
  ]);
  const earlier = periods.findLast(({ id, state }) => id < month && state !== 'closed');
  return {
    ...{ month, carried, unnumbered },
    period: periods.find(({ id }) => id === month),
    earlier: earlier?.id,
    isOver: isOver(month, now, timeZone),
    broken: findings.filter(({ broken }) => broken > 0n),
  };
}

/** The earliest month before this one that was booked under and is not closed. */
export async function findEarlier(db: Knex, month: Month): Promise<Month | undefined> {
  const period = await db('ledger_periods')
    .where('id', '<', month)
    .whereNot({ state: 'closed' })
    .orderBy('id')
    .first('id');
  return period?.id;
}

async function readCarried(db: Knex, month: Month): Promise<Checklist['carried']> {
  const { rows } = await db.raw<{ rows: [Checklist['carried']] }>(
    `select count(*) as rewards, coalesce(sum(t.amount_minor), 0)::bigint as amount
       from rewards r join ledger_transfers t on t.id = r.pending_transfer_id
      where r.state = 'held' and t.effective_date < ?`,
    [dayAfter(month)],
  );
  return rows[0];
}

async function countUnnumbered(db: Knex, month: Month): Promise<bigint> {
  const { rows } = await db.raw<{ rows: [{ count: bigint }] }>(
    `select count(*) from ledger_transfers t
      where t.effective_date < ?
        and not exists (select from ledger_journal j where j.transfer_id = t.id)`,
    [dayAfter(month)],
  );
  return rows[0].count;
}
