import type { Knex } from 'knex';

import { isOver, type Month } from '../ledger/dates.ts';
import {
  beginClose,
  endClose,
  findPeriod,
  raiseFence,
  stopClose,
  type Fence,
} from '../ledger/periods.ts';
import type { LedgerPeriodRow } from '../ledger/rows.ts';
import { sealTransfers } from '../ledger/seal.ts';
import { verifyLedger } from '../ledger/verify.ts';
import type { MemberRow } from '../members/rows.ts';
import { Conflict, NotAllowed, NotFound, Unavailable } from '../refusals.ts';
import { actingMember, type Perform, type Work } from '../work.ts';
import { findEarlier } from './close-checklist.ts';
import { isFinance, mayApprove } from './permissions.ts';

/**
 * One finance person asks to close a month that is over. From here on nothing new is booked under
 * it; another person has to approve. Months are closed in their order.
 */
export async function askToClose(work: Work, month: Month): Promise<void> {
  const period = await readForFinance(work, month);
  if (!isOver(month, work.at, work.operator.timeZone)) {
    throw new Conflict('A month can be closed once it is over.');
  }
  await refuseAhead(work.trx, month);
  if (period.state !== 'open' || !(await beginClose(work, month))) throw notOpen(period);
  await work.record('period closing', { period: month });
}

/** A month that somebody asked to close stays open after all; either of the two may say so. */
export async function sendBack(work: Work, month: Month): Promise<void> {
  const period = await readForFinance(work, month);
  if (!(await stopClose(work, month))) throw notClosing(period);
  await work.record('period sent back', { period: month });
}

/**
 * Another finance person closes the month for ever, once whatever was being posted is in and
 * sealed and the ledger verifies. Behind the fence nothing can arrive in the month any more, so
 * what is sealed then is all of it; the database refuses to close a month that is not.
 */
export async function closePeriod(
  { db, perform }: { db: Knex; perform: Perform },
  actor: MemberRow,
  month: Month,
): Promise<void> {
  await perform(actor, (work) => readForApproval(work, month));
  const fence = await raiseFence(db);
  if (!fence) throw new Unavailable('Something is still being booked. Try again in a minute.');
  await sealTransfers(db);
  await perform(actor, (work) => approveClose(work, month, fence));
}

/** The last step of closing a month, which is fenced and sealed. */
export async function approveClose(work: Work, month: Month, fence: Fence): Promise<void> {
  const period = await readForApproval(work, month);
  await work.trx.raw(`set local statement_timeout = '10min'`);
  const [broken] = (await verifyLedger(work.trx)).filter((finding) => finding.broken > 0n);
  if (broken) {
    throw new Conflict(`The books do not balance, so the month stays open. ${broken.rule}: no.`);
  }
  if (!(await endClose(work, month, fence))) throw notClosing(period);
  await work.record('period closed', { period: month });
}

async function readForApproval(work: Work, month: Month): Promise<LedgerPeriodRow> {
  const period = await readForFinance(work, month);
  if (period.state !== 'closing') throw notClosing(period);
  if (!mayApprove(actingMember(work), period)) {
    throw new NotAllowed('You asked to close this month, so somebody else in finance approves it.');
  }
  await refuseAhead(work.trx, month);
  return period;
}

async function readForFinance(work: Work, month: Month): Promise<LedgerPeriodRow> {
  if (!isFinance(actingMember(work))) throw new NotAllowed('Months are closed by finance.');
  const period = await findPeriod(work.trx, month);
  if (!period) throw new NotFound('Nothing was booked in that month.');
  return period;
}

async function refuseAhead(db: Knex, month: Month): Promise<void> {
  const earlier = await findEarlier(db, month);
  if (earlier) throw new Conflict(`Months are closed in their order: ${earlier} comes first.`);
}

const notOpen = ({ state }: LedgerPeriodRow) =>
  new Conflict(
    state === 'closed'
      ? 'This month is closed already.'
      : 'Somebody has asked to close this month already.',
  );

const notClosing = ({ state }: LedgerPeriodRow) =>
  new Conflict(
    state === 'closed' ? 'This month is closed already.' : 'Nobody has asked to close this month.',
  );
