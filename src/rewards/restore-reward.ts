import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { clearReward } from './release-reward.ts';
import { changeReward, holdReward } from './rewards.ts';
import type { RewardRow } from './rows.ts';
import { revive } from './undo-decision.ts';

/**
 * An appeal put a pass in the place of a fail: what the fail had taken is put back by contra
 * transfers, and goes on as the pass would have had it, however long ago that was.
 */
export async function restoreFailedReward(
  work: Work,
  { acceptanceId, restores }: Events['verdict overturned'],
): Promise<void> {
  const reward = await holdReward(work, { acceptance_id: acceptanceId });
  if (!reward || !hasBeenTaken(reward)) return;
  if (restores) await restore(work, reward, 'audit-passed');
  else await changeReward(work, reward, { cleared_because: 'audit-passed' });
}

/** An appeal found no fraud: what a case had taken back goes on as if it had not. */
export async function restoreUntainted(
  work: Work,
  { acceptanceIds }: Events['fraud overturned'],
): Promise<void> {
  for (const acceptance_id of acceptanceIds) {
    const reward = await holdReward(work, { acceptance_id });
    if (reward && hasBeenTaken(reward)) await restore(work, reward, reward.cleared_because);
  }
}

const hasBeenTaken = ({ because }: RewardRow) => because === 'audit-failed' || because === 'fraud';

/** Where the acceptance has ended since, that is why nothing is paid now. */
async function restore(
  work: Work,
  reward: RewardRow,
  cleared: RewardRow['cleared_because'],
): Promise<void> {
  const acceptance = await work.trx('acceptances').where({ id: reward.acceptance_id }).first();
  const ended = acceptance?.withdrawn_because ?? null;
  if (ended === null) return goOn(work, reward, cleared);
  const because = ended === 'removed' ? 'removed' : 'withdrawn';
  return changeReward(work, reward, { because, cleared_because: cleared });
}

/** An acceptance that stands again has its reward again, in the state in which the removal found it. */
export async function restoreRemovedReward(
  work: Work,
  { acceptanceId }: Events['acceptance reinstated'],
): Promise<void> {
  const reward = await holdReward(work, { acceptance_id: acceptanceId });
  if (reward?.because === 'removed') await goOn(work, reward, reward.cleared_because);
}

/** What had been cleared, or is by the appeal, is released if nothing else keeps it. */
async function goOn(
  work: Work,
  reward: RewardRow,
  cleared: RewardRow['cleared_because'],
): Promise<void> {
  const now = await revive(work, reward, { cleared });
  if (now.state === 'held' && cleared !== null) await clearReward(work, now, cleared);
}
