import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { CLAWBACK_RECEIVABLE, memberAccount } from '../ledger/accounts.ts';
import { findTransfer, NotEnough, post, reverse } from '../ledger/transfers.ts';
import type { LedgerTransferId } from '../ledger/rows.ts';
import { Conflict } from '../refusals.ts';
import type { Work } from '../work.ts';
import { chargeAgain } from './budgets.ts';
import { changeDebt, readDebt } from './debts.ts';
import { changeReward, holdReward, keyOf, refOf } from './rewards.ts';
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
  if (await hasNoBudget(work, reward)) await waitAgain(work, reward);
  else if (reward.state === 'clawed-back') await releaseAgain(work, reward, refuseRepaid);
  else await holdAgain(work, reward, null);
}

/**
 * Puts back what an appeal found should not have ended, exactly as it was: what waited waits, what
 * was held is held, what was released is the member's again, with what later rewards have repaid
 * of it. Where others have used up its budget, it waits for one. Answers with the reward as it is.
 */
export async function revive(
  work: Work,
  reward: RewardRow,
  { cleared }: { cleared: RewardRow['cleared_because'] },
): Promise<RewardRow> {
  if (await hasNoBudget(work, reward)) return waitAgain(work, reward, cleared);
  if (reward.state === 'clawed-back') return releaseAgain(work, reward, giveBackRepaid);
  return holdAgain(work, reward, cleared);
}

async function waitAgain(
  work: Work,
  reward: RewardRow,
  cleared: RewardRow['cleared_because'] = null,
): Promise<RewardRow> {
  const cleared_because = reward.state === 'clawed-back' ? reward.cleared_because : cleared;
  return change(work, reward, { ...UNFUNDED, cleared_because });
}

async function releaseAgain(work: Work, reward: RewardRow, repay: Repay): Promise<RewardRow> {
  await undoClawback(work, reward, repay);
  return change(work, reward, { state: 'released', because: reward.cleared_because });
}

async function holdAgain(
  work: Work,
  reward: RewardRow,
  cleared_because: RewardRow['cleared_because'],
): Promise<RewardRow> {
  const pending_transfer_id = await undoSettlement(work, reward);
  const waits = { state: 'held', because: null, cleared_because } as const;
  return change(work, reward, { ...waits, pending_transfer_id });
}

/** Each decision that is undone begins another turn, with keys of its own. */
async function change(
  work: Work,
  reward: RewardRow,
  next: Pick<Partial<RewardRow>, keyof RewardRow>,
): Promise<RewardRow> {
  const turned = { ...next, turn: reward.turn + 1 };
  await changeReward(work, reward, turned);
  return { ...reward, ...turned };
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

/** What to do where later rewards have repaid some of what is no longer owed; minor units. */
type Repay = (work: Work, reward: RewardRow, repaid: bigint) => Promise<unknown>;

async function undoClawback(work: Work, reward: RewardRow, repay: Repay): Promise<void> {
  await undoStepIfTaken(work, reward, 'clawback');
  const short = await undoStepIfTaken(work, reward, 'clawback.owed');
  if (short === 0n) return;
  const owed = await readDebt(work, reward.member_id);
  if (owed < short) await repay(work, reward, short - owed);
  await changeDebt(work, reward.member_id, owed < short ? -owed : -short);
}

const refuseRepaid: Repay = () => {
  throw movedOn();
};

const giveBackRepaid: Repay = (work, reward, repaid) =>
  post(work, {
    key: keyOf(reward, 'clawback.repaid'),
    event: 'reward.recovery',
    debit: CLAWBACK_RECEIVABLE,
    credit: memberAccount(reward.member_id, 'available'),
    amount: repaid,
    ref: refOf(reward),
  });

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
