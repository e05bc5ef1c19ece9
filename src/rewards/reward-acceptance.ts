import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { monthAt } from '../ledger/dates.ts';
import { holdMembers } from '../members/hold-members.ts';
import type { Work } from '../work.ts';
import { charge, findWanting, holdBudget, leftOf } from './budgets.ts';
import { decide, type Decision, type Terms } from './decide.ts';
import { DAY, readFacts, type Claim } from './read-facts.ts';
import { postHold, somethingWaits, tellOf } from './rewards.ts';
import type { NewRewardRow, RewardBudgetRow } from './rows.ts';
import { readActiveRules, withSteps, type PublishedRules } from './rules.ts';

/**
 * Sets aside what an accepted answer is worth by the rules in force, lets it wait where the
 * month's budget is used up, or records why it is worth nothing. Either way the acceptance has
 * exactly one reward, by its own id.
 */
export async function rewardAcceptance(
  work: Work,
  { acceptanceId, answerId, askerId, authorId }: Events['answer accepted'],
): Promise<void> {
  const [author] = await holdMembers(work, [authorId]);
  assert(author, 'the author is a member');
  const { currency, timeZone } = work.operator;
  const rules = await withSteps(work.trx, await readActiveRules(work.trx, work.at));
  const { decision, budget } = await decideNow(work, rules, {
    ...{ author, askerId, answerId, at: work.at, timeZone },
  });
  const reward: NewRewardRow = {
    ...{ acceptance_id: acceptanceId, member_id: authorId, asker_id: askerId },
    ...{ amount_minor: decision.amount_minor, refusal: decision.refusal, currency },
    ...{ rule_set_id: rules.id, month: monthAt(work.at, timeZone), state: 'refused' },
    hold_until: new Date(work.at.getTime() + rules.hold_days * DAY),
    ...{ made_at: work.at, changed_at: work.at },
  };
  if (decision.refusal !== null) await refuse(work, reward);
  else if (decision.waits) await wait(work, reward, budget);
  else await hold(work, reward, budget);
}

type Decided = { decision: Decision; budget: RewardBudgetRow | undefined };

/** Asks the budget last, and only where something is due: everybody's rewards wait for it. */
async function decideNow(
  work: Work,
  rules: PublishedRules & Terms,
  claim: Claim,
): Promise<Decided> {
  const facts = await readFacts(work.trx, rules, claim);
  const decision = decide(rules, { ...facts, budgetLeft: null });
  if (decision.refusal !== null) return { decision, budget: undefined };
  const budget = await holdBudget(work, monthAt(work.at, work.operator.timeZone));
  if (!budget) return { decision, budget };
  const budgetLeft = (await somethingWaits(work)) ? 0n : leftOf(budget);
  return { decision: decide(rules, { ...facts, budgetLeft }), budget };
}

async function hold(
  work: Work,
  reward: NewRewardRow,
  budget: RewardBudgetRow | undefined,
): Promise<void> {
  if (budget) await charge(work, budget, reward.amount_minor);
  const pending_transfer_id = await postHold(work, { ...reward, turn: 0 });
  const paid = { budget_month: budget?.month ?? null, funded_at: work.at };
  const held = await insert(work, { ...reward, state: 'held', pending_transfer_id, ...paid });
  await work.record('reward held', { ...tellOf(held), ruleSetId: held.rule_set_id });
}

async function wait(
  work: Work,
  reward: NewRewardRow,
  budget: RewardBudgetRow | undefined,
): Promise<void> {
  assert(budget, 'what waits waits for a budget');
  await findWanting(work, budget);
  const waiting = await insert(work, { ...reward, state: 'waiting' });
  await work.record('reward waiting', { ...tellOf(waiting), ruleSetId: waiting.rule_set_id });
}

async function refuse(work: Work, reward: NewRewardRow): Promise<void> {
  await work.record('reward refused', tellOf(await insert(work, reward)));
}

async function insert(work: Work, reward: NewRewardRow) {
  const [written] = await work.trx('rewards').insert(reward).returning('*');
  assert(written, 'the reward was written');
  return written;
}
