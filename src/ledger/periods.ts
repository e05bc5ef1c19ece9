import { setTimeout as wait } from 'node:timers/promises';

import type { Knex } from 'knex';

import { actingMember, type Work } from '../work.ts';
import type { Month } from './dates.ts';
import type { LedgerPeriodRow } from './rows.ts';

/** A month's period, if anything was ever booked under it. */
export const findPeriod = (db: Knex, month: Month): Promise<LedgerPeriodRow | undefined> =>
  db('ledger_periods').where({ id: month }).first();

/** Every period, the newest first. */
export const listPeriods = (db: Knex): Promise<LedgerPeriodRow[]> =>
  db('ledger_periods').orderBy('id', 'desc');

/**
 * Stops new bookings under a month; they go to the next open one. False if it was not open. The
 * database refuses it until the month has been over for an hour where the operator is.
 */
export const beginClose = (work: Work, month: Month) =>
  callDoor(work.trx, 'ledger_begin_close(?, ?, ?, ?)', [
    month,
    actingMember(work).id,
    work.at,
    work.operator.timeZone,
  ]);

/** Opens a closing month again. False if it was not closing. */
export const stopClose = (work: Work, month: Month) =>
  callDoor(work.trx, 'ledger_stop_close(?)', [month]);

/**
 * Closes a closing month for ever. False if it was not closing, or the fence has not passed. The
 * database refuses it seven days after the close began.
 */
export const endClose = (work: Work, month: Month, fence: Fence) =>
  callDoor(work.trx, 'ledger_end_close(?, ?, ?, ?::xid8)', [
    month,
    actingMember(work).id,
    work.at,
    fence.xid,
  ]);

/** A transaction's number: whoever could still book under a month that is closing came before it. */
export type Fence = { readonly xid: string };

/** Waits until every transaction begun before now is over, or gives up after `tries` × 50 ms. */
export async function raiseFence(db: Knex, tries = 100): Promise<Fence | undefined> {
  const { rows } = await db.raw<{ rows: [{ xid: string }] }>(
    'select pg_current_xact_id()::text as xid',
  );
  const fence = { xid: rows[0].xid };
  for (let count = 0; count < tries; count += 1) {
    if (await hasPassed(db, fence)) return fence;
    await wait(50);
  }
  return undefined;
}

async function hasPassed(db: Knex, { xid }: Fence): Promise<boolean> {
  const { rows } = await db.raw<{ rows: [{ passed: boolean }] }>(
    'select pg_snapshot_xmin(pg_current_snapshot()) > ?::xid8 as passed',
    [xid],
  );
  return rows[0].passed;
}

async function callDoor(trx: Knex, call: string, values: Knex.RawBinding[]): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: [{ done: boolean | null }] }>(
    `select ${call} as done`,
    values,
  );
  return rows[0].done === true;
}
