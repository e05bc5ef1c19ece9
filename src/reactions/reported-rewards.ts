import type { Events } from '../events.ts';
import { findOpenReports } from '../moderation/reports/find-open-report.ts';
import { liftHolds, placeHold } from '../rewards/holds.ts';
import type { Work } from '../work.ts';

/** The reward of a reported answer waits until the report is decided. */
export async function keepWhileReported(
  work: Work,
  { caseId, acceptanceId }: Events['report opened'],
): Promise<void> {
  if (acceptanceId !== null) await placeHold(work, acceptanceId, holdOf(caseId));
}

/** So does the reward of an answer that is accepted while it is reported. */
export async function keepReported(work: Work, accepted: Events['answer accepted']): Promise<void> {
  for (const caseId of await findOpenReports(work.trx, accepted)) {
    await placeHold(work, accepted.acceptanceId, holdOf(caseId));
  }
}

/** A report that is decided lets go of the reward. */
export async function liftReported(
  work: Work,
  { caseId }: Events['report decided'],
): Promise<void> {
  await liftHolds(work, holdOf(caseId).ref);
}

const holdOf = (caseId: Events['report decided']['caseId']) =>
  ({ because: 'report', ref: `report:${String(caseId)}` }) as const;
