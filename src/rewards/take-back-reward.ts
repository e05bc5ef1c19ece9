import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { CLAWBACK_RECEIVABLE, memberAccount, REWARDS } from '../ledger/accounts.ts';
import { readHoldings } from '../ledger/balances.ts';
import { post } from '../ledger/transfers.ts';
import type { Work } from '../work.ts';
import { giveBack } from './budgets.ts';
import { changeDebt } from './debts.ts';
import { changeReward, holdReward, keyOf, refOf, tellOf } from './rewards.ts';
import type { RewardRow } from './rows.ts';

type Because = 'audit-failed' | 'withdrawn' | 'removed' | 'fraud';

/** A failed audit takes the reward back; any other verdict is not this reaction's. */
export async function takeBackFailedReward(
  work: Work,
  { acceptanceId, verdict }: Events['audit decided'],
): Promise<void> {
  if (verdict !== 'fail') return;
  const reward = await holdReward(work, { acceptance_id: acceptanceId });
  if (reward) await takeBack(work, reward, 'audit-failed');
}

/** An acceptance that ends takes its reward with it. */
export async function takeBackWithdrawnReward(
  work: Work,
  { acceptanceId, because }: Events['acceptance withdrawn'],
): Promise<void> {
  const reward = await holdReward(work, { acceptance_id: acceptanceId });
  if (reward) await takeBack(work, reward, because === 'removed' ? 'removed' : 'withdrawn');
}

/** What a moderator found to be earned by fraud is taken back, acceptance by acceptance. */
export async function takeBackForFraud(
  work: Work,
  { acceptanceIds }: Events['fraud confirmed'],
): Promise<void> {
  for (const acceptance_id of [...acceptanceIds].sort((one, other) => one - other)) {
    const reward = await holdReward(work, { acceptance_id });
    if (reward) await takeBack(work, reward, 'fraud');
  }
}

/**
 * What waits for a budget ends without a transfer; what is held is voided; what was released is
 * clawed back; what has ended already stays ended.
 */
async function takeBack(work: Work, reward: RewardRow, because: Because): Promise<void> {
  if (reward.state === 'waiting') await drop(work, reward, because);
  if (reward.state === 'held') await voidReward(work, reward, because);
  if (reward.state === 'released') await clawBack(work, reward, because);
}

async function drop(work: Work, reward: RewardRow, because: Because): Promise<void> {
  await changeReward(work, reward, { state: 'voided', because });
  await work.record('reward dropped', tellOf(reward));
}

async function voidReward(work: Work, reward: RewardRow, because: Because): Promise<void> {
  assert(reward.pending_transfer_id !== null, 'a held reward waits for its transfer');
  await giveBack(work, reward);
  await post(work, {
    key: keyOf(reward, 'void'),
    event: 'reward.void',
    debit: memberAccount(reward.member_id, 'pending'),
    credit: REWARDS,
    amount: reward.amount_minor,
    ref: refOf(reward),
    settles: reward.pending_transfer_id,
  });
  await changeReward(work, reward, { state: 'voided', because, pending_transfer_id: null });
  await work.record('reward voided', tellOf(reward));
}

/** Takes what the balance still holds, and records the rest as owed from later rewards. */
async function clawBack(work: Work, reward: RewardRow, because: Because): Promise<void> {
  await giveBack(work, reward);
  const { available } = await readHoldings(work.trx, reward.member_id);
  const taken = available < reward.amount_minor ? available : reward.amount_minor;
  const short = reward.amount_minor - taken;
  const leg = { event: 'reward.clawback', credit: REWARDS, ref: refOf(reward) } as const;
  if (taken > 0n) {
    const debit = memberAccount(reward.member_id, 'available');
    await post(work, { ...leg, key: keyOf(reward, 'clawback'), debit, amount: taken });
  }
  if (short > 0n) {
    const key = keyOf(reward, 'clawback.owed');
    await post(work, { ...leg, key, debit: CLAWBACK_RECEIVABLE, amount: short });
    await changeDebt(work, reward.member_id, short);
  }
  await changeReward(work, reward, { state: 'clawed-back', because });
  await work.record('reward clawed back', tellOf(reward));
}
