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
  { acceptanceId }: Events['verdict overturned'],
): Promise<void> {
  const reward = await holdReward(work, { acceptance_id: acceptanceId });
  if (reward?.because !== 'audit-failed') return;
  const acceptance = await work.trx('acceptances').where({ id: acceptanceId }).first();
  const ended = acceptance?.withdrawn_because ?? null;
  if (ended !== null) {
    const because = ended === 'removed' ? 'removed' : 'withdrawn';
    await changeReward(work, reward, { because, cleared_because: 'audit-passed' });
    return;
  }
  await goOn(work, reward, 'audit-passed');
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
