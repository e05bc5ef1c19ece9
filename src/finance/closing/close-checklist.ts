import type { Knex } from 'knex';

import { isOver, isOverForAnHour, startOf, type Month } from '../../ledger/dates.ts';
import type { LedgerVerificationRow } from '../../ledger/rows.ts';
import { findLastVerification } from '../../ledger/verifications.ts';
import { readRequests, type CloseRequest } from './close-requests.ts';
import { dayAfter } from '../months.ts';
import { readPeriods, type Period } from './periods.ts';
import { readTrialBalance } from '../books/trial-balance.ts';

/** What must be so before a month is closed, and what is carried into the next. */
export type Checklist = {
  month: Month;
  /** Undefined where nothing was ever booked under the month. */
  period: Period | undefined;
  /** Every time that somebody asked to close it, the first one first. */
  requests: CloseRequest[];
  isOver: boolean;
  /** Whether its hour of grace is over, too, and when that is. */
  isDue: boolean;
  dueAt: Date;
  /** The earliest month before it that is not closed yet. */
  earlier: Month | undefined;
  /** The last time that everything was recomputed; the close does it once more. */
  verification: LedgerVerificationRow | undefined;
  /** Both sides of the trial balance at the month's end, in minor units. */
  totals: { debit: bigint; credit: bigint };
  /** Rewards that still wait for a check: they are decided in a later month. */
  carried: Waiting;
  /** Rewards that wait for a budget. */
  overBudget: Waiting;
  /** Proposals made in or before the month that nobody has decided and that move money. */
  proposals: bigint;
  /** Transfers up to the month's end that are not sealed; closing seals them. */
  unsealed: bigint;
};

/** Rewards that wait, and what they come to. */
export type Waiting = { rewards: bigint; amount: bigint };

/** Reads what is known of a month on one connection; recomputes nothing. */
export async function readChecklist(
  db: Knex,
  month: Month,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<Checklist> {
  const ends = startOf(dayAfter(month), timeZone);
  const periods = await readPeriods(db);
  const { debit, credit } = await readTrialBalance(db, month);
  const earlier = periods.findLast(({ id, state }) => id < month && state !== 'closed');
  return {
    month,
    requests: await readRequests(db, month),
    carried: await readCarried(db, month),
    ...(await readRest(db, month, { now, ends })),
    period: periods.find(({ id }) => id === month),
    earlier: earlier?.id,
    isOver: isOver(month, now, timeZone),
    isDue: isOverForAnHour(month, now, timeZone),
    dueAt: new Date(ends.getTime() + AN_HOUR),
    verification: await findLastVerification(db),
    totals: { debit, credit },
  };
}

const AN_HOUR = 3_600_000;

/** The earliest month before this one that was booked under and is not closed. */
export async function findEarlier(db: Knex, month: Month): Promise<Month | undefined> {
  const period = await db('ledger_periods')
    .where('id', '<', month)
    .whereNot({ state: 'closed' })
    .orderBy('id')
    .first('id');
  return period?.id;
}

/** What of a month or before still waits for a check. */
export async function readCarried(db: Knex, month: Month): Promise<Waiting> {
  const { rows } = await db.raw<{ rows: [Waiting] }>(
    `select count(*) as rewards, coalesce(sum(t.amount_minor), 0)::bigint as amount
       from rewards r join ledger_transfers t on t.id = r.pending_transfer_id
      where r.state = 'held' and t.effective_date < ?`,
    [dayAfter(month)],
  );
  return rows[0];
}

type Rest = Pick<Checklist, 'overBudget' | 'proposals' | 'unsealed'>;

async function readRest(
  db: Knex,
  month: Month,
  { now, ends }: { now: Date; ends: Date },
): Promise<Rest> {
  const { rows } = await db.raw<{ rows: [Waiting & Omit<Rest, 'overBudget'>] }>(
    `select (select count(*) from rewards where state = 'waiting' and month <= :month) as rewards,
            (select coalesce(sum(amount_minor), 0)::bigint from rewards
              where state = 'waiting' and month <= :month) as amount,
            (select count(*) from proposals
              where kind in ('adjustment', 'write-off', 'over-budget') and made_at < :ends
                and decision is null and expires_at > :now) as proposals,
            (select count(*) from ledger_transfers t
              where t.effective_date < :before and t.id > (select low_id from ledger_sealer)
                and not exists (select from ledger_journal j where j.transfer_id = t.id))
              as unsealed`,
    { month, now, ends, before: dayAfter(month) },
  );
  const { rewards, amount, ...rest } = rows[0];
  return { ...rest, overBudget: { rewards, amount } };
}
