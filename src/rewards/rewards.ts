import type { Knex } from 'knex';

import type { AcceptanceId } from '../forum/rows.ts';
import { memberAccount, REWARDS } from '../ledger/accounts.ts';
import type { LedgerTransferId } from '../ledger/rows.ts';
import { post } from '../ledger/transfers.ts';
import { holdMembers } from '../members/hold-members.ts';
import type { Work } from '../work.ts';
import type { NewRewardRow, RewardId, RewardRow } from './rows.ts';

/** The ledger's key of one step in a reward's life; a decision undone begins another turn. */
export const keyOf = (
  { acceptance_id, turn }: Pick<RewardRow, 'acceptance_id' | 'turn'>,
  step: string,
) => `reward.${String(acceptance_id)}.${turn === 0 ? '' : `t${String(turn)}.`}${step}`;

/** How the ledger's transfers name a reward's acceptance. */
export const refOf = ({ acceptance_id }: Pick<NewRewardRow, 'acceptance_id'>) =>
  `acceptance:${String(acceptance_id)}`;

/** What a reward's events carry. */
export const tellOf = (reward: RewardRow) => ({
  rewardId: reward.id,
  acceptanceId: reward.acceptance_id,
  memberId: reward.member_id,
});

/** Sets a reward's amount aside, and answers with the transfer that waits to be settled. */
export const postHold = (
  work: Work,
  reward: Pick<RewardRow, 'acceptance_id' | 'turn' | 'member_id' | 'amount_minor'>,
): Promise<LedgerTransferId> =>
  post(work, {
    key: keyOf(reward, 'hold'),
    event: 'reward.hold',
    debit: REWARDS,
    credit: memberAccount(reward.member_id, 'pending'),
    amount: reward.amount_minor,
    ref: refOf(reward),
  });

/** The reward of an acceptance: waiting, held, released, or why not. */
export const findReward = (db: Knex, acceptance_id: AcceptanceId): Promise<RewardRow | undefined> =>
  db('rewards').where({ acceptance_id }).first();

/** The rewards of several acceptances. */
export const findRewards = (db: Knex, acceptances: readonly AcceptanceId[]): Promise<RewardRow[]> =>
  db('rewards').whereIn('acceptance_id', [...acceptances]);

/** A reward, its member held first, read again so that it cannot change before the work is done. */
export async function holdReward(
  work: Work,
  where: { id: RewardId } | { acceptance_id: AcceptanceId },
): Promise<RewardRow | undefined> {
  const reward = await work.trx('rewards').where(where).first('member_id');
  if (!reward) return undefined;
  await holdMembers(work, [reward.member_id]);
  return work.trx('rewards').where(where).first();
}

/** Moves a reward to its next state; the instant of the change is the work's. */
export async function changeReward(
  work: Work,
  reward: RewardRow,
  change: Partial<NewRewardRow>,
): Promise<void> {
  await work
    .trx('rewards')
    .where({ id: reward.id })
    .update({ ...change, changed_at: work.at });
}

/** Whether any reward waits for a budget: whoever waits longer comes first. */
export const somethingWaits = async (work: Work): Promise<boolean> =>
  (await work.trx('rewards').where({ state: 'waiting' }).first('id')) !== undefined;
