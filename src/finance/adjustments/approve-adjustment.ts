import { approve } from '../../approvals/decide.ts';
import type { ProposalRow } from '../../approvals/rows.ts';
import { CLAWBACK_RECEIVABLE, memberIn } from '../../ledger/accounts.ts';
import { readHoldings } from '../../ledger/balances.ts';
import type { LedgerTransferId } from '../../ledger/rows.ts';
import { NotEnough, post } from '../../ledger/transfers.ts';
import { holdMembers } from '../../members/hold-members.ts';
import type { MemberId } from '../../members/rows.ts';
import { changeDebt } from '../../rewards/debts.ts';
import { Conflict, found, Invalid, sentenceOf } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { amountWords } from '../amounts.ts';
import { checkRoute } from './movable-accounts.ts';
import type { AdjustmentId, AdjustmentRow } from '../rows.ts';
import { readWrittenOff } from './written-off.ts';

/**
 * Another person in finance approves an adjustment, and its one transfer is posted in the same
 * transaction, in the month it is then. Refused with a Conflict where it is too late, where it was
 * decided already, or where the balance or the debt is not enough for it any more.
 */
export async function approveAdjustment(work: Work, id: AdjustmentId): Promise<LedgerTransferId> {
  const asked = found(await work.trx('adjustments').where({ id }).first(), 'adjustment');
  const proposal = await approve(work, asked.proposal_id);
  await holdMembers(work, membersOf(asked));
  await checkRoute(work.trx, { from: asked.debit, to: asked.credit }).catch(asConflict);
  if (asked.member_id !== null) await changeWhatIsOwed(work, asked, asked.member_id);
  const transfer_id = await postAdjustment(work, asked, proposal);
  await work.trx('adjustments').where({ id }).update({ transfer_id });
  return transfer_id;
}

const membersOf = ({ debit, credit, member_id }: AdjustmentRow): MemberId[] =>
  [memberIn(debit)?.memberId, memberIn(credit)?.memberId, member_id].filter(
    (memberId): memberId is MemberId => memberId !== undefined && memberId !== null,
  );

/** What was in order when it was asked for is not any more: somebody has joined the staff since. */
function asConflict(error: unknown): never {
  if (!(error instanceof Invalid)) throw error;
  throw new Conflict(sentenceOf(error));
}

/** The debt goes with the receivable: down where it is written off, up where it is owed again. */
async function changeWhatIsOwed(
  work: Work,
  { debit, amount_minor: amount }: AdjustmentRow,
  memberId: MemberId,
): Promise<void> {
  const { owed, writtenOff } = await readWrittenOff(work.trx, memberId);
  const isOwedAgain = debit === CLAWBACK_RECEIVABLE;
  const most = isOwedAgain ? writtenOff : owed;
  if (most < amount) {
    const now = amountWords(most, work.operator.currency);
    throw new Conflict(
      isOwedAgain
        ? `Only ${now} has been written off for this member.`
        : `This member owes ${now} now, which is less than would be written off.`,
    );
  }
  await changeDebt(work, memberId, isOwedAgain ? amount : -amount);
}

async function postAdjustment(
  work: Work,
  { id, debit, credit, amount_minor: amount }: AdjustmentRow,
  { made_by }: ProposalRow,
): Promise<LedgerTransferId> {
  const member = memberIn(debit);
  const available = member && (await readHoldings(work.trx, member.memberId)).available;
  const tooLittle = () =>
    new Conflict(
      `The balance is ${amountWords(available ?? 0n, work.operator.currency)} now, which is not enough.`,
    );
  if (available !== undefined && available < amount) throw tooLittle();
  return post(work, {
    ...{ key: `adjustment.${String(id)}`, event: 'adjustment', ref: `adjustment:${String(id)}` },
    ...{ debit, credit, amount },
    ...{ actorId: made_by, approverId: actingMember(work).id },
  }).catch((error: unknown) => {
    throw error instanceof NotEnough ? tooLittle() : error;
  });
}
