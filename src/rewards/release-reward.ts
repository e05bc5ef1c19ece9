import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { memberAccount, CLAWBACK_RECEIVABLE } from '../ledger/accounts.ts';
import { isSanctioned } from '../members/standing.ts';
import type { LedgerTransferId } from '../ledger/rows.ts';
import { post } from '../ledger/transfers.ts';
import type { Work } from '../work.ts';
import { changeDebt, readDebt } from './debts.ts';
import { isKept } from './is-kept.ts';
import { changeReward, holdReward, keyOf, refOf, tellOf } from './rewards.ts';
import type { RewardRow } from './rows.ts';

type Because = NonNullable<RewardRow['cleared_because']>;

/**
 * A passed or fixed audit releases the reward, or is remembered while it waits for a budget; any
 * other verdict is not this reaction's.
 */
export async function releaseAuditedReward(
  work: Work,
  { acceptanceId, verdict }: Events['audit decided'],
): Promise<void> {
  if (verdict === 'fail') return;
  const reward = await holdReward(work, { acceptance_id: acceptanceId });
  const because = verdict === 'pass' ? 'audit-passed' : 'audit-fixed';
  if (reward?.state === 'waiting') await changeReward(work, reward, { cleared_because: because });
  if (reward?.state === 'held') await clearReward(work, reward, because);
}

/**
 * Releases a held reward, or notes why it may be released once what is in its way has gone: the
 * member's unverified e-mail, a sanction, or a hold.
 */
export async function clearReward(work: Work, reward: RewardRow, because: Because): Promise<void> {
  const member = await work.trx('members').where({ id: reward.member_id }).first();
  assert(member, 'the member of a reward');
  const isBarred = member.email_verified_at === null || isSanctioned(member, work.at);
  if (isBarred || (await isKept(work.trx, reward.acceptance_id))) {
    await changeReward(work, reward, { cleared_because: because });
  } else {
    await release(work, reward, because);
  }
}

/** Releases what waited for this member's e-mail or for a sanction to end, and for nothing else. */
export async function releaseClearedRewards(
  work: Work,
  { memberId }: Pick<Events['email verified'], 'memberId'>,
): Promise<void> {
  const waiting = await work
    .trx('rewards')
    .where({ member_id: memberId, state: 'held' })
    .whereNotNull('cleared_because')
    .orderBy('id');
  for (const { id } of waiting) {
    const reward = await holdReward(work, { id });
    if (reward?.state === 'held' && reward.cleared_because !== null) {
      await clearReward(work, reward, reward.cleared_because);
    }
  }
}

async function release(work: Work, reward: RewardRow, because: Because): Promise<void> {
  assert(reward.pending_transfer_id !== null, 'a held reward waits for its transfer');
  const journal = await post(work, {
    key: keyOf(reward, 'release'),
    event: 'reward.release',
    debit: memberAccount(reward.member_id, 'pending'),
    credit: memberAccount(reward.member_id, 'available'),
    amount: reward.amount_minor,
    ref: refOf(reward),
    settles: reward.pending_transfer_id,
  });
  await recoverDebt(work, reward, journal);
  await changeReward(work, reward, {
    state: 'released',
    because,
    cleared_because: because,
    pending_transfer_id: null,
  });
  await work.record('reward released', tellOf(reward));
}

/** What a member owes from an earlier clawback is repaid first, from what was just released. */
async function recoverDebt(
  work: Work,
  reward: RewardRow,
  journal: LedgerTransferId,
): Promise<void> {
  const owed = await readDebt(work, reward.member_id);
  const amount = owed < reward.amount_minor ? owed : reward.amount_minor;
  if (amount === 0n) return;
  await post(work, {
    key: keyOf(reward, 'recovery'),
    event: 'reward.recovery',
    debit: memberAccount(reward.member_id, 'available'),
    credit: CLAWBACK_RECEIVABLE,
    amount,
    ref: refOf(reward),
    journal,
  });
  await changeDebt(work, reward.member_id, -amount);
}
