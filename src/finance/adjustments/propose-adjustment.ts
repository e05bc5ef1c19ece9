import assert from 'node:assert/strict';

import { mayPropose } from '../../approvals/permissions.ts';
import { propose } from '../../approvals/propose.ts';
import { memberIn, WRITE_OFF } from '../../ledger/accounts.ts';
import { readHoldings } from '../../ledger/balances.ts';
import { readMember } from '../../members/find-members.ts';
import type { MemberId } from '../../members/rows.ts';
import { Conflict, Invalid, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { amountWords } from '../amounts.ts';
import { checkRoute, isWriteOff, type Route } from './movable-accounts.ts';
import type { AdjustmentRow, NewAdjustmentRow } from '../rows.ts';
import { readWrittenOff } from './written-off.ts';

/** Money to be moved by hand, why, and what that rests on. */
export type AskedAdjustment = Route & {
  /** In minor units of the operator's currency, above zero. */
  amount: bigint;
  /** Whose debt it is, where it is written off or owed again; otherwise not read. */
  memberId: MemberId | undefined;
  reason: string;
  evidence: string;
  /** The form's own number: the same form sent twice asks once. */
  requestKey: string;
};

/**
 * Asks another person in finance to move money by hand: it is debited where it comes from and
 * credited where it goes. Nothing moves until `approveAdjustment`.
 */
export async function proposeAdjustment(
  work: Work,
  asked: AskedAdjustment,
): Promise<AdjustmentRow> {
  if (!mayPropose(actingMember(work))) throw new NotAllowed('Only finance can propose this.');
  await holdKey(work, asked.requestKey);
  const before = await work.trx('adjustments').where({ request_key: asked.requestKey }).first();
  if (before) return sameAs(before, asked);
  await checkRoute(work.trx, asked);
  if (asked.amount <= 0n) throw new Invalid({ amount: 'Move something: an amount above zero.' });
  const writesOff = isWriteOff(asked);
  await (writesOff ? checkDebt(work, asked) : checkBalance(work, asked));
  const kind = writesOff ? 'write-off' : 'adjustment';
  const { reason, evidence } = asked;
  const proposal = await propose(work, { kind, reason, evidence });
  return write(work, {
    ...{ proposal_id: proposal.id, request_key: asked.requestKey, kind },
    ...{ debit: asked.from, credit: asked.to, amount_minor: asked.amount },
    ...{ currency: work.operator.currency, member_id: writesOff ? (asked.memberId ?? null) : null },
  });
}

/** Two who send the same form at the same moment come here one after the other. */
const holdKey = ({ trx }: Work, key: string) =>
  trx.raw(`select pg_advisory_xact_lock(hashtextextended('adjustment ' || ?, 0))`, [key]);

function sameAs(before: AdjustmentRow, { from, to, amount }: AskedAdjustment): AdjustmentRow {
  const isSame = before.debit === from && before.credit === to && before.amount_minor === amount;
  if (isSame) return before;
  throw new Conflict(
    'This form has been sent already, with something else in it. Begin a new one.',
  );
}

/** What is taken from a member must be there; whether it still is, the approval asks again. */
async function checkBalance(work: Work, { from, amount }: AskedAdjustment): Promise<void> {
  const member = memberIn(from);
  if (!member) return;
  const { available } = await readHoldings(work.trx, member.memberId);
  if (available >= amount) return;
  throw new Invalid({
    amount: `The balance is ${amountWords(available, work.operator.currency)}.`,
  });
}

async function checkDebt(work: Work, { from, memberId, amount }: AskedAdjustment): Promise<void> {
  const member = memberId && (await readMember(work.trx, memberId));
  const field = from === WRITE_OFF ? 'to_member' : 'from_member';
  if (!member) throw new Invalid({ [field]: 'Say whose debt it is.' });
  const { owed, writtenOff } = await readWrittenOff(work.trx, member.id);
  const most = from === WRITE_OFF ? owed : writtenOff;
  if (most >= amount) return;
  const what = from === WRITE_OFF ? 'owes' : 'has been let off';
  const now = amountWords(most, work.operator.currency);
  throw new Invalid({ amount: `${member.name} ${what} ${now}.` });
}

async function write(work: Work, adjustment: NewAdjustmentRow): Promise<AdjustmentRow> {
  const [row] = await work.trx('adjustments').insert(adjustment).returning('*');
  assert(row, 'the adjustment was written');
  return row;
}
