import type { Events } from '../events.ts';
import { holdMembers } from '../members/hold-members.ts';
import type { Work } from '../work.ts';
import { liftHolds, placeHold } from './holds.ts';

/** What these acceptances earned and has not been released waits until their case is closed. */
export async function holdSuspected(
  work: Work,
  { caseId, acceptanceIds }: Pick<Events['fraud suspected'], 'caseId' | 'acceptanceIds'>,
): Promise<void> {
  const waiting = await work
    .trx('rewards')
    .whereIn('acceptance_id', acceptanceIds)
    .whereIn('state', ['waiting', 'held'])
    .orderBy('acceptance_id')
    .select('acceptance_id', 'member_id');
  await holdMembers(work, [...new Set(waiting.map(({ member_id }) => member_id))]);
  for (const { acceptance_id } of waiting) {
    await placeHold(work, acceptance_id, { because: 'fraud', ref: refOfCase(caseId) });
  }
}

/** A case that is closed keeps nothing waiting any more: what was cleared meanwhile is released. */
export const releaseSuspected = (work: Work, { caseId }: Events['fraud case closed']) =>
  liftHolds(work, refOfCase(caseId));

const refOfCase = (caseId: number) => `fraud-case:${String(caseId)}`;
