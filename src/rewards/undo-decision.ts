import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { findTransfer, NotEnough, reverse } from '../ledger/transfers.ts';
import type { LedgerTransferId } from '../ledger/rows.ts';
import { Conflict } from '../refusals.ts';
import type { Work } from '../work.ts';
import { chargeAgain } from './budgets.ts';
import { changeDebt, readDebt } from './debts.ts';
import { changeReward, holdReward, keyOf } from './rewards.ts';
import type { RewardRow } from './rows.ts';

/**
 * A verdict that is undone gives back, or takes back, exactly what it moved, by contra transfers.
 * Where others have meanwhile used up the budget that it gave back, the reward waits for one.
 */
export async function undoDecision(
  work: Work,
  { acceptanceId, decidedAt }: Events['verdict undone'],
): Promise<void> {
  const reward = await holdReward(work, { acceptance_id: acceptanceId });
  if (!reward || reward.state === 'refused') return;
  if (reward.changed_at < decidedAt) return; // the verdict had found nothing to move
  const turn = reward.turn + 1;
  if (await hasNoBudget(work, reward)) {
    const cleared = reward.state === 'clawed-back' ? reward.cleared_because : null;
    await changeReward(work, reward, { ...UNFUNDED, cleared_because: cleared, turn });
  } else if (reward.state === 'clawed-back') {
    await undoClawback(work, reward);
    const because = reward.cleared_because;
    await changeReward(work, reward, { state: 'released', because, turn });
  } else {
    const pending_transfer_id = await undoSettlement(work, reward);
    const waits = { state: 'held', because: null, cleared_because: null } as const;
    await changeReward(work, reward, { ...waits, pending_transfer_id, turn });
  }
}

const UNFUNDED = { state: 'waiting', because: null, budget_month: null, funded_at: null } as const;

/** What never was set aside still waits, and what ended is paid again only if its budget allows. */
async function hasNoBudget(work: Work, reward: RewardRow): Promise<boolean> {
  if (reward.funded_at === null) return true;
  if (reward.state !== 'voided' && reward.state !== 'clawed-back') return false;
  return !(await chargeAgain(work, reward));
}

/** Puts the amount back where it waits: the contra transfer is what the next decision settles. */
async function undoSettlement(work: Work, reward: RewardRow): Promise<LedgerTransferId> {
  if (reward.state === 'held') {
    assert(reward.pending_transfer_id !== null, 'a held reward waits for its transfer');
    return reward.pending_transfer_id;
  }
  if (reward.state === 'voided') return undoStep(work, reward, 'void');
  const recovered = await undoStepIfTaken(work, reward, 'recovery');
  if (recovered > 0n) await changeDebt(work, reward.member_id, recovered);
  return undoStep(work, reward, 'release');
}

async function undoClawback(work: Work, reward: RewardRow): Promise<void> {
  await undoStepIfTaken(work, reward, 'clawback');
  const owed = await undoStepIfTaken(work, reward, 'clawback.owed');
  if (owed === 0n) return;
  if ((await readDebt(work, reward.member_id)) < owed) throw movedOn();
  await changeDebt(work, reward.member_id, -owed);
}

async function undoStep(work: Work, reward: RewardRow, step: string): Promise<LedgerTransferId> {
  const transfer = await findTransfer(work.trx, keyOf(reward, step));
  assert(transfer, `${keyOf(reward, step)} was posted`);
  return reverse(work, transfer, { key: keyOf(reward, `${step}.undone`) }).catch(asMovedOn);
}

/** Undoes a leg that was posted only sometimes, and says how much it had moved. */
async function undoStepIfTaken(work: Work, reward: RewardRow, step: string): Promise<bigint> {
  const transfer = await findTransfer(work.trx, keyOf(reward, step));
  if (!transfer) return 0n;
  await undoStep(work, reward, step);
  return transfer.amount_minor;
}

function asMovedOn(error: unknown): never {
  if (!(error instanceof NotEnough)) throw error;
  throw movedOn();
}

const movedOn = () =>
  new Conflict('This can’t be undone any more: the credit has already been used.');
