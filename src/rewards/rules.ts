import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { MemberRow } from '../members/rows.ts';
import type { Step, Terms } from './decide.ts';
import type { RuleSetId, RuleSetRow } from './rows.ts';

/** A rule set that two people have published, in force or to come; it is never changed again. */
export type PublishedRules = RuleSetRow & {
  number: number;
  effective_from: Date;
  published_at: Date;
};

/** The rule set in force at an instant: the latest that had taken effect. */
export async function readActiveRules(db: Knex, at: Date): Promise<PublishedRules> {
  const rules = await db('rule_sets')
    .whereNotNull('published_at')
    .where('effective_from', '<=', at)
    .orderBy('effective_from', 'desc')
    .first();
  assert(rules && isPublished(rules), 'the first rule set has been in force for ever');
  return rules;
}

/** The published rule set that takes effect next, if there is one. */
export async function findNextRules(db: Knex, at: Date): Promise<PublishedRules | undefined> {
  const rules = await db('rule_sets')
    .whereNotNull('published_at')
    .where('effective_from', '>', at)
    .orderBy('effective_from')
    .first();
  return rules && isPublished(rules) ? rules : undefined;
}

/** A rule set with its diminishing steps, as it decides rewards. */
export async function withSteps<Rules extends RuleSetRow>(
  db: Knex,
  rules: Rules,
): Promise<Rules & Terms> {
  const steps: Step[] = await db('rule_set_steps')
    .where({ rule_set_id: rules.id })
    .orderBy('from_nth')
    .select('from_nth', 'percent');
  return { ...rules, steps };
}

export const isPublished = (rules: RuleSetRow): rules is PublishedRules =>
  rules.published_at !== null;

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
