import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { changeReward, holdReward } from './rewards.ts';

/** A reward whose answer is to be audited is not released by quiet days. */
export async function waitForAudit(
  work: Work,
  { acceptanceId }: Events['audit drawn'],
): Promise<void> {
  const reward = await holdReward(work, { acceptance_id: acceptanceId });
  if (reward?.state === 'held' || reward?.state === 'waiting') {
    await changeReward(work, reward, { audit_drawn: true, cleared_because: null });
  }
}
