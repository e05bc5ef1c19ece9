import { propose } from '../../approvals/propose.ts';
import { stateOf } from '../../approvals/proposals.ts';
import { isOverForAnHour, type Month } from '../../ledger/dates.ts';
import { beginClose, stopClose } from '../../ledger/periods.ts';
import { Conflict } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { evidenceOf } from './close-evidence.ts';
import { readChecklist } from './close-checklist.ts';
import { readForFinance, refuseAhead } from './close-period.ts';
import { findRequest } from './close-requests.ts';

/**
 * One finance person asks to close a month that has been over for an hour; the checklist as it
 * stands is the evidence. From here on nothing new is booked under it, and another person has to
 * approve within seven days. Months are closed in their order.
 */
export async function askToClose(work: Work, month: Month, note = ''): Promise<void> {
  const period = await readForFinance(work, month);
  const { timeZone, currency } = work.operator;
  if (!isOverForAnHour(month, work.at, timeZone)) {
    throw new Conflict('A month can be closed once it has been over for an hour.');
  }
  await refuseAhead(work.trx, month);
  if (period.state === 'closed') throw new Conflict('This month is closed already.');
  if (period.state === 'closing') await dropIfExpired(work, month);
  if (!(await beginClose(work, month))) throw alreadyAsked();
  const checklist = await readChecklist(work.trx, month, { now: work.at, timeZone });
  const proposal = await propose(work, {
    kind: 'period-close',
    reason: `Close the books of ${month}. ${note}`,
    evidence: evidenceOf(checklist, currency),
  });
  await work.trx('period_closes').insert({ proposal_id: proposal.id, month });
  await work.record('period closing', { period: month });
}

async function dropIfExpired(work: Work, month: Month): Promise<void> {
  const request = await findRequest(work.trx, month);
  if (!request || stateOf(request, work.at) !== 'expired') throw alreadyAsked();
  await stopClose(work, month);
}

const alreadyAsked = () => new Conflict('Somebody has asked to close this month already.');
