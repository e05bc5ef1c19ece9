import type { Knex } from 'knex';

import type { Perform } from '../work.ts';
import { clearReward } from './release-reward.ts';
import { holdReward } from './rewards.ts';
import type { RewardId } from './rows.ts';

/**
 * Releases every reward whose quiet days are over and that no audit waits for, each in a unit of
 * work of its own, and says how many it cleared. Safe to run at any time, twice, or by two.
 */
export async function releaseDueRewards(db: Knex, perform: Perform, now: Date): Promise<number> {
  const due = await db('rewards')
    .where({ state: 'held', audit_drawn: false, cleared_because: null })
    .where('hold_until', '<=', now)
    .orderBy('hold_until')
    .select('id');
  let cleared = 0;
  for (const { id } of due) if (await releaseIfDue(perform, id)) cleared += 1;
  return cleared;
}

const releaseIfDue = (perform: Perform, id: RewardId): Promise<boolean> =>
  perform('system', async (work) => {
    const reward = await holdReward(work, { id });
    const isDue =
      reward?.state === 'held' &&
      !reward.audit_drawn &&
      reward.cleared_because === null &&
      reward.hold_until <= work.at;
    if (isDue) await clearReward(work, reward, 'quiet-days');
    return isDue;
  });
