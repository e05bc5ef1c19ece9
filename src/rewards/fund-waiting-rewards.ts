import type { Knex } from 'knex';

import { monthAt, type Month } from '../ledger/dates.ts';
import type { Perform, Work } from '../work.ts';
import { charge, findWanting, holdBudget, leftOf } from './budgets.ts';
import { clearReward } from './release-reward.ts';
import { changeReward, holdReward, postHold, tellOf } from './rewards.ts';
import type { RewardId, RewardRow } from './rows.ts';

/**
 * Sets aside what has waited for a budget, the oldest first, each in a unit of work of its own:
 * from its own month's budget where that has room again, else from the current month's. Says how
 * many it was. Safe to run at any time, twice, or by two.
 */
export async function fundWaitingRewards(db: Knex, perform: Perform): Promise<number> {
  const waiting = await db('rewards')
    .where({ state: 'waiting' })
    .orderBy(['made_at', 'id'])
    .select('id', 'amount_minor', 'month');
  /** The least that a month's rewards found no room for. */
  const refused = new Map<string, bigint>();
  let funded = 0;
  for (const { id, amount_minor, month } of waiting) {
    const least = refused.get(month);
    if (least !== undefined && amount_minor >= least) continue;
    const outcome = await perform('system', (work) => fundIfRoom(work, id));
    if (outcome === 'funded') funded += 1;
    if (outcome === 'no-room') refused.set(month, amount_minor);
  }
  return funded;
}

async function fundIfRoom(
  work: Work,
  id: RewardId,
): Promise<'funded' | 'no-room' | 'waits-no-more'> {
  const reward = await holdReward(work, { id });
  if (reward?.state !== 'waiting') return 'waits-no-more';
  const now = monthAt(work.at, work.operator.timeZone);
  for (const month of new Set([reward.month as Month, now])) {
    const budget = await holdBudget(work, month);
    if (!budget && month !== now) continue;
    if (budget && leftOf(budget) < reward.amount_minor) {
      await findWanting(work, budget);
      continue;
    }
    if (budget) await charge(work, budget, reward.amount_minor);
    await fund(work, reward, budget?.month ?? null);
    return 'funded';
  }
  return 'no-room';
}

/** A check that it passed while it waited counts now. */
async function fund(work: Work, reward: RewardRow, budget_month: string | null): Promise<void> {
  const pending_transfer_id = await postHold(work, reward);
  const change = { state: 'held', pending_transfer_id, budget_month, funded_at: work.at } as const;
  await changeReward(work, reward, change);
  await work.record('reward funded', tellOf(reward));
  if (reward.cleared_because === null) return;
  await clearReward(work, { ...reward, ...change }, reward.cleared_because);
}
