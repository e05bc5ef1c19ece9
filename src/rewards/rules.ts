import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { MemberRow } from '../members/rows.ts';
import type { RuleSetId, RuleSetRow } from './rows.ts';

/** The rule set in force at an instant: the latest that had taken effect. */
export async function readActiveRules(db: Knex, at: Date): Promise<RuleSetRow> {
  const rules = await db('rule_sets')
    .where('effective_from', '<=', at)
    .orderBy('effective_from', 'desc')
    .first();
  assert(rules, 'the first rule set has been in force for ever');
  return rules;
}

/** One rule set, as a reward recorded it. */
async function readRules(db: Knex, id: RuleSetId): Promise<RuleSetRow> {
  const rules = await db('rule_sets').where({ id }).first();
  assert(rules, `rule set ${String(id)} is never removed`);
  return rules;
}

/** How many of a hundred paid answers are audited at a level. */
const shareAt = (rules: RuleSetRow, level: MemberRow['level']): number =>
  ({
    newcomer: rules.newcomer_share,
    helper: rules.helper_share,
    guide: rules.guide_share,
    steward: rules.steward_share,
  })[level];

/** What a rule set says of the audits' sample, in the words of moderation. */
export async function samplingOf(db: Knex, id: RuleSetId) {
  const rules = await readRules(db, id);
  return {
    seed: rules.draw_seed,
    shareAt: (level: MemberRow['level']) => shareAt(rules, level),
  };
}
