import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { mayPropose } from '../approvals/permissions.ts';
import { stateOf } from '../approvals/proposals.ts';
import { Conflict, found, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { refuseSenseless, type DraftTerms } from './check-terms.ts';
import type { RuleSetId, RuleSetRow } from './rows.ts';

/** Somebody in finance writes down rules that decide nothing before two people publish them. */
export async function draftRules(work: Work, { steps, ...terms }: DraftTerms): Promise<RuleSetRow> {
  const maker = actingFinance(work);
  refuseSenseless({ steps, ...terms });
  const draw_seed = randomBytes(8).toString('hex');
  const [draft] = await work
    .trx('rule_sets')
    .insert({ ...terms, draw_seed, made_by: maker.id, edited_at: work.at })
    .returning('*');
  assert(draft, 'the draft was written');
  await writeSteps(work, draft.id, steps);
  return draft;
}

/** Changes a draft; its shadows have to be run again before it can be proposed. */
export async function editDraft(
  work: Work,
  id: RuleSetId,
  { steps, ...terms }: DraftTerms,
): Promise<void> {
  actingFinance(work);
  const draft = await holdDraft(work, id);
  if (await isProposed(work, draft)) {
    throw new Conflict('Somebody is asked to approve this draft as it is, so it can’t be changed.');
  }
  refuseSenseless({ steps, ...terms });
  await work
    .trx('rule_sets')
    .where({ id })
    .update({ ...terms, edited_at: work.at });
  await work.trx('rule_set_steps').where({ rule_set_id: id }).delete();
  await writeSteps(work, id, steps);
}

/** A draft, held still; what is published is refused. */
export async function holdDraft(work: Work, id: RuleSetId): Promise<RuleSetRow> {
  const rules = found(await work.trx('rule_sets').where({ id }).forUpdate().first(), 'rule set');
  if (rules.published_at !== null) {
    throw new Conflict('These rules are published and never changed. Draft new ones instead.');
  }
  return rules;
}

/** Whether somebody is being asked to approve a draft. */
export async function isProposed(work: Work, { proposal_id }: RuleSetRow): Promise<boolean> {
  if (proposal_id === null) return false;
  const proposal = await work.trx('proposals').where({ id: proposal_id }).first();
  return proposal !== undefined && stateOf(proposal, work.at) === 'open';
}

/** The member who acts, if finance. */
export function actingFinance(work: Work) {
  const member = actingMember(work);
  if (!mayPropose(member)) throw new NotAllowed('The rules of rewards are finance’s.');
  return member;
}

async function writeSteps(work: Work, id: RuleSetId, steps: DraftTerms['steps']): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map((step) => ({ ...step, rule_set_id: id }));
  await work.trx('rule_set_steps').insert(rows);
}
