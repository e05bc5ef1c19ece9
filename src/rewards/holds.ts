import type { AcceptanceId } from '../forum/rows.ts';
import type { Work } from '../work.ts';
import { clearReward } from './release-reward.ts';
import { holdReward } from './rewards.ts';
import type { RewardHoldRow } from './rows.ts';

export type Hold = Pick<RewardHoldRow, 'because' | 'ref'>;

/**
 * Keeps the reward of an acceptance waiting, whatever its audit says, until the same hold is
 * lifted. It moves no money: what was released before stays released.
 */
export async function placeHold(
  work: Work,
  acceptanceId: AcceptanceId,
  { because, ref }: Hold,
): Promise<void> {
  await holdReward(work, { acceptance_id: acceptanceId });
  const open = { acceptance_id: acceptanceId, ref, lifted_at: null };
  if (await work.trx('reward_holds').where(open).first('id')) return;
  await work
    .trx('reward_holds')
    .insert({ acceptance_id: acceptanceId, because, ref, placed_at: work.at });
}

/** Lifts all that `ref` keeps waiting; what was cleared meanwhile is released at once. */
export async function liftHolds(work: Work, ref: string): Promise<void> {
  const held = await work
    .trx('reward_holds')
    .where({ ref, lifted_at: null })
    .orderBy('acceptance_id')
    .pluck('acceptance_id');
  for (const acceptance_id of held) await liftHold(work, acceptance_id, ref);
}

async function liftHold(work: Work, acceptance_id: AcceptanceId, ref: string): Promise<void> {
  const reward = await holdReward(work, { acceptance_id });
  await work
    .trx('reward_holds')
    .where({ acceptance_id, ref, lifted_at: null })
    .update({ lifted_at: work.at });
  const because = reward?.cleared_because;
  if (reward?.state === 'held' && because) await clearReward(work, reward, because);
}
