import type { Month } from '../ledger/dates.ts';
import type { MemberRow } from '../members/rows.ts';
import { found } from '../refusals.ts';
import type { Work } from '../work.ts';
import { charge, findWanting, holdBudget, leftOf } from './budgets.ts';
import { decide, type Decision, type Facts } from './decide.ts';
import { readFacts } from './read-facts.ts';
import { changeReward, postHold, somethingWaits, tellOf } from './rewards.ts';
import type { RewardRow } from './rows.ts';
import { withSteps } from './rules.ts';

/**
 * Decides a reward that was refused again, by the rules of its day and within the limits as they
 * are used by now, for what stood against it is gone. The author must be held by the caller.
 */
export async function decideAgain(
  work: Work,
  author: MemberRow,
  reward: RewardRow,
  gone: Partial<Facts> = {},
): Promise<void> {
  const { rule_set_id: id, asker_id: askerId, made_at: at } = reward;
  const rules = found(await work.trx('rule_sets').where({ id }).first(), 'rule set');
  const terms = await withSteps(work.trx, rules);
  const { timeZone } = work.operator;
  const { answer_id: answerId } = found(
    await work.trx('acceptances').where({ id: reward.acceptance_id }).first(),
    'acceptance',
  );
  const claim = { author, askerId, answerId, at, timeZone };
  const facts = await readFacts(work.trx, terms, claim);
  const decision = decide(terms, { ...facts, ...gone, budgetLeft: null });
  if (decision.refusal !== null) {
    await changeReward(work, reward, { refusal: decision.refusal });
  } else {
    await setAside(work, reward, decision);
  }
}

async function setAside(
  work: Work,
  reward: RewardRow,
  { amount_minor }: Pick<Decision, 'amount_minor'>,
): Promise<void> {
  const due = { ...reward, amount_minor };
  const budget = await holdBudget(work, reward.month as Month);
  const told = { ...tellOf(reward), ruleSetId: reward.rule_set_id };
  if (budget && (leftOf(budget) < amount_minor || (await somethingWaits(work)))) {
    await findWanting(work, budget);
    await changeReward(work, reward, { state: 'waiting', refusal: null, amount_minor });
    await work.record('reward waiting', told);
    return;
  }
  if (budget) await charge(work, budget, amount_minor);
  const pending_transfer_id = await postHold(work, due);
  await changeReward(work, reward, {
    ...{ state: 'held', refusal: null, amount_minor, pending_transfer_id },
    ...{ budget_month: budget?.month ?? null, funded_at: work.at },
  });
  await work.record('reward held', told);
}
