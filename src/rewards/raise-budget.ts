import assert from 'node:assert/strict';

import { approve, decline, withdraw } from '../approvals/decide.ts';
import { propose, type Case } from '../approvals/propose.ts';
import type { Month } from '../ledger/dates.ts';
import { Conflict, found, Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { holdBudget, leftOf } from './budgets.ts';
import { actingFinance } from './draft-rules.ts';
import type { BudgetRaiseId, BudgetRaiseRow } from './rows.ts';

type Request = Omit<Case, 'kind'> & {
  month: Month;
  /** In minor units; null for whatever waits when it is approved. */
  amount: bigint | null;
};

/** Somebody in finance asks for more budget in a month than the rules set; another has to approve. */
export async function proposeRaise(
  work: Work,
  { month, amount, reason, evidence }: Request,
): Promise<BudgetRaiseRow> {
  actingFinance(work);
  if (amount !== null && (amount <= 0n || amount > 1_000_000_000n)) {
    throw new Invalid({ amount: 'Say how much more, or leave it empty for all that waits.' });
  }
  if (!(await holdBudget(work, month))) {
    throw new Conflict('The rules set no budget for that month, so there is none to raise.');
  }
  const { id: proposal_id } = await propose(work, { kind: 'over-budget', reason, evidence });
  const [raise] = await work
    .trx('budget_raises')
    .insert({ month, amount_minor: amount, proposal_id })
    .returning('*');
  assert(raise, 'the raise was written');
  return raise;
}

/** Another person raises the budget; what waits is set aside from it within a minute. */
export async function approveRaise(work: Work, id: BudgetRaiseId): Promise<void> {
  const raise = await holdRaise(work, id);
  await approve(work, raise.proposal_id);
  const budget = await holdBudget(work, raise.month as Month);
  assert(budget, 'the month of a raise has a budget');
  const wanted = raise.amount_minor ?? (await readWaiting(work, raise.month)) - leftOf(budget);
  const raised_minor = wanted > 0n ? wanted : 0n;
  await work.trx('budget_raises').where({ id }).update({ raised_minor });
  await work
    .trx('reward_budgets')
    .where({ month: raise.month })
    .update({ raised_minor: budget.raised_minor + raised_minor });
  await work.record('budget raised', { month: raise.month });
}

/** Another person sends the request back with a word to whoever made it. */
export async function sendBackRaise(work: Work, id: BudgetRaiseId, note: string): Promise<void> {
  await decline(work, (await holdRaise(work, id)).proposal_id, note);
}

/** Whoever asked takes the request back. */
export async function withdrawRaise(work: Work, id: BudgetRaiseId): Promise<void> {
  await withdraw(work, (await holdRaise(work, id)).proposal_id);
}

async function holdRaise(work: Work, id: BudgetRaiseId): Promise<BudgetRaiseRow> {
  actingFinance(work);
  return found(await work.trx('budget_raises').where({ id }).forUpdate().first(), 'request');
}

async function readWaiting(work: Work, month: string): Promise<bigint> {
  const { rows } = await work.trx.raw<{ rows: [{ amount: bigint }] }>(
    `select coalesce(sum(amount_minor), 0)::bigint as amount
       from rewards where state = 'waiting' and month = ?`,
    [month],
  );
  return rows[0].amount;
}
