import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { memberAccount, REWARDS } from '../ledger/accounts.ts';
import { monthAt } from '../ledger/dates.ts';
import { post } from '../ledger/transfers.ts';
import { holdMembers } from '../members/hold-members.ts';
import type { Work } from '../work.ts';
import { decideReward } from './decide-reward.ts';
import { keyOf, refOf, tellOf } from './rewards.ts';
import type { NewRewardRow } from './rows.ts';
import { readActiveRules } from './rules.ts';

const DAY = 86_400_000;

/**
 * Sets aside what an accepted answer is worth by the rules in force, or records why it is worth
 * nothing. Either way the acceptance has exactly one reward, by its own id.
 */
export async function rewardAcceptance(
  work: Work,
  { acceptanceId, askerId, authorId }: Events['answer accepted'],
): Promise<void> {
  const [author] = await holdMembers(work, [authorId]);
  assert(author, 'the author is a member');
  const rules = await readActiveRules(work.trx, work.at);
  const month = monthAt(work.at, work.operator.timeZone);
  const decision = await decideReward(work.trx, rules, { author, askerId, month, at: work.at });
  const reward: NewRewardRow = {
    ...decision,
    acceptance_id: acceptanceId,
    member_id: authorId,
    asker_id: askerId,
    rule_set_id: rules.id,
    currency: work.operator.currency,
    month,
    state: 'refused',
    hold_until: new Date(work.at.getTime() + rules.hold_days * DAY),
    made_at: work.at,
    changed_at: work.at,
  };
  if (decision.refusal === null) await hold(work, reward);
  else await refuse(work, reward);
}

async function hold(work: Work, reward: NewRewardRow): Promise<void> {
  const pending_transfer_id = await post(work, {
    key: keyOf({ acceptance_id: reward.acceptance_id, turn: 0 }, 'hold'),
    event: 'reward.hold',
    debit: REWARDS,
    credit: memberAccount(reward.member_id, 'pending'),
    amount: reward.amount_minor,
    ref: refOf(reward),
  });
  const [held] = await work
    .trx('rewards')
    .insert({ ...reward, state: 'held', pending_transfer_id })
    .returning('*');
  assert(held, 'the reward was written');
  await work.record('reward held', { ...tellOf(held), ruleSetId: held.rule_set_id });
}

async function refuse(work: Work, reward: NewRewardRow): Promise<void> {
  const [refused] = await work.trx('rewards').insert(reward).returning('*');
  assert(refused, 'the reward was written');
  await work.record('reward refused', tellOf(refused));
}
