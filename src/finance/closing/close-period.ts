import type { Knex } from 'knex';

import { approve, decline, withdraw } from '../../approvals/decide.ts';
import { mayCheck } from '../../approvals/permissions.ts';
import { stateOf } from '../../approvals/proposals.ts';
import type { Month } from '../../ledger/dates.ts';
import { endClose, findPeriod, raiseFence, stopClose, type Fence } from '../../ledger/periods.ts';
import type { LedgerPeriodRow } from '../../ledger/rows.ts';
import { sealTransfers } from '../../ledger/seal.ts';
import type { MemberRow } from '../../members/rows.ts';
import { Conflict, NotAllowed, NotFound, Unavailable } from '../../refusals.ts';
import { actingMember, type Perform, type Work } from '../../work.ts';
import { findEarlier } from './close-checklist.ts';
import { findRequest, type CloseRequest } from './close-requests.ts';
import { isFinance } from '../permissions.ts';
import { verifyBooks } from '../proof/verify-books.ts';

/** A month that somebody asked to close stays open after all: sent back, or taken back by the maker. */
export async function sendBack(work: Work, month: Month, note = ''): Promise<void> {
  const request = await readRequest(work, month);
  const isMaker = request.made_by === actingMember(work).id;
  if (isMaker) await withdraw(work, request.id);
  else await decline(work, request.id, note);
  await stop(work, month);
}

/** Whoever asked to close a month thinks better of it; nobody else can. */
export async function takeBack(work: Work, month: Month): Promise<void> {
  const { id } = await readRequest(work, month);
  await withdraw(work, id);
  await stop(work, month);
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
  const findings = await perform(actor, (work) => verifyBooks(work, 'desk'));
  const wrong = findings.find(({ broken }) => broken > 0n);
  if (wrong) {
    throw new Conflict(`The books are wrong, so the month stays open. ${wrong.rule}: no.`);
  }
  await perform(actor, (work) => approveClose(work, month, fence));
}

/** The last step of closing a month, which is fenced, sealed and verified. */
async function approveClose(work: Work, month: Month, fence: Fence): Promise<void> {
  const request = await readForApproval(work, month);
  await approve(work, request.id);
  if (!(await endClose(work, month, fence))) throw notClosing(undefined);
  await work.record('period closed', { period: month });
}

/** A month of finance's own, for finance alone. */
export async function readForFinance(work: Work, month: Month): Promise<LedgerPeriodRow> {
  if (!isFinance(actingMember(work))) throw new NotAllowed('Months are closed by finance.');
  const period = await findPeriod(work.trx, month);
  if (!period) throw new NotFound('Nothing was booked in that month.');
  return period;
}

/** Months are closed in their order: the trial balance of each begins where the last one ended. */
export async function refuseAhead(db: Knex, month: Month): Promise<void> {
  const earlier = await findEarlier(db, month);
  if (earlier) throw new Conflict(`Months are closed in their order: ${earlier} comes first.`);
}

/** What is refused here is refused again, once nobody else can act, by the approval itself. */
async function readForApproval(work: Work, month: Month): Promise<CloseRequest> {
  const request = await readRequest(work, month);
  if (!mayCheck(actingMember(work), request)) {
    throw new NotAllowed('You asked to close this month, so somebody else in finance approves it.');
  }
  if (stateOf(request, work.at) === 'expired') throw new Conflict(EXPIRED);
  await refuseAhead(work.trx, month);
  return request;
}

const EXPIRED = 'Closing this month was asked for more than seven days ago. Ask for it again.';

async function readRequest(work: Work, month: Month): Promise<CloseRequest> {
  const period = await readForFinance(work, month);
  const request = await findRequest(work.trx, month);
  if (period.state !== 'closing' || !request) throw notClosing(period);
  return request;
}

async function stop(work: Work, month: Month): Promise<void> {
  if (!(await stopClose(work, month))) throw notClosing(undefined);
  await work.record('period sent back', { period: month });
}

const notClosing = (period: LedgerPeriodRow | undefined) =>
  new Conflict(
    period?.state === 'closed'
      ? 'This month is closed already.'
      : 'Nobody has asked to close this month.',
  );
