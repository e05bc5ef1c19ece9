import { monthAt, startOf, type Month } from '../ledger/dates.ts';
import type { Work } from '../work.ts';
import type { RewardBudgetRow, RewardRow } from './rows.ts';
import { readActiveRules } from './rules.ts';

/**
 * The budget of a month, held until the work is done; undefined where the rules in force at its
 * beginning set none. Every reward of the month waits here for the one before it, so it is locked
 * after everything else but the ledger.
 */
export async function holdBudget(work: Work, month: Month): Promise<RewardBudgetRow | undefined> {
  const known = await lockBudget(work, month);
  if (known) return known;
  const begins = startOf(`${month}-01`, work.operator.timeZone);
  const { monthly_budget_minor: budget_minor } = await readActiveRules(work.trx, begins);
  if (budget_minor === null) return undefined;
  await work.trx('reward_budgets').insert({ month, budget_minor }).onConflict('month').ignore();
  return lockBudget(work, month);
}

/** What a budget still pays, in minor units. */
export const leftOf = (
  budget: Pick<RewardBudgetRow, 'budget_minor' | 'raised_minor' | 'committed_minor'>,
): bigint => limitOf(budget) - budget.committed_minor;

/** Charges a held budget with a reward that it has room for; finance is warned once at each mark. */
export async function charge(work: Work, budget: RewardBudgetRow, amount: bigint): Promise<void> {
  const committed_minor = budget.committed_minor + amount;
  await work.trx('reward_budgets').where({ month: budget.month }).update({ committed_minor });
  await warn(work, { ...budget, committed_minor });
}

/** Says that something has to wait for a held budget, which is as good as used up. */
export async function findWanting(work: Work, budget: RewardBudgetRow): Promise<void> {
  await warn(work, { ...budget, committed_minor: limitOf(budget) });
}

/**
 * What is voided or clawed back is given back to the budget that paid it. The current month's is
 * held first, for another acceptance in the same work may charge it after something was posted:
 * whoever needs both takes budgets before the ledger, and earlier months before later ones.
 */
export async function giveBack(work: Work, reward: RewardRow): Promise<void> {
  const { budget_month } = reward;
  if (budget_month !== null) await lockBudget(work, budget_month as Month);
  await holdBudget(work, monthAt(work.at, work.operator.timeZone));
  if (budget_month === null) return;
  await work
    .trx('reward_budgets')
    .where({ month: budget_month })
    .decrement('committed_minor', reward.amount_minor as never);
}

/** Takes back what was given back, for a decision that is undone; false if others have it now. */
export async function chargeAgain(work: Work, reward: RewardRow): Promise<boolean> {
  if (reward.budget_month === null) return true;
  const budget = await lockBudget(work, reward.budget_month as Month);
  if (!budget || leftOf(budget) < reward.amount_minor) return false;
  await charge(work, budget, reward.amount_minor);
  return true;
}

const lockBudget = (work: Work, month: Month): Promise<RewardBudgetRow | undefined> =>
  work.trx('reward_budgets').where({ month }).forNoKeyUpdate().first();

const limitOf = ({
  budget_minor,
  raised_minor,
}: Pick<RewardBudgetRow, 'budget_minor' | 'raised_minor'>) => budget_minor + raised_minor;

async function warn(work: Work, budget: RewardBudgetRow): Promise<void> {
  const { month, warned_80_at, warned_100_at, committed_minor } = budget;
  const limit = limitOf(budget);
  if (warned_80_at === null && committed_minor * 100n >= limit * 80n) {
    await work.trx('reward_budgets').where({ month }).update({ warned_80_at: work.at });
    await work.record('budget nearly used', { month });
  }
  if (warned_100_at === null && committed_minor >= limit) {
    await work.trx('reward_budgets').where({ month }).update({ warned_100_at: work.at });
    await work.record('budget used', { month });
  }
}
