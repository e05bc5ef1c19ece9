import assert from 'node:assert/strict';

import type { MemberRow } from '#src/members/rows.ts';
import type { DraftTerms } from '#src/rewards/check-terms.ts';
import { draftRules } from '#src/rewards/draft-rules.ts';
import type { RuleSetRow } from '#src/rewards/rows.ts';
import { runShadow } from '#src/rewards/run-shadow.ts';
import type { Domain } from '#test/support/domain.ts';

/** Terms like those of the first rule set. */
export const TERMS: DraftTerms = {
  ...{ accepted_answer_minor: 50n, hold_days: 7, pair_limit: 2, pair_days: 30 },
  ...{ monthly_cap_minor: 2_000n, daily_cap_minor: null, monthly_budget_minor: null },
  ...{ payout_minimum_minor: 100n, expire_after_months: null, notes: '', steps: [] },
  ...{ newcomer_share: 100, helper_share: 50, guide_share: 10, steward_share: 5 },
};

type World = Pick<Domain, 'perform' | 'db'>;

/** A draft that was tried on one day, which is all that proposing it asks for. */
export async function aTriedDraft(
  { perform, db }: World,
  maker: MemberRow,
  { day, ...terms }: Partial<DraftTerms> & { day: string },
): Promise<RuleSetRow> {
  const { id } = await perform(maker, (work) => draftRules(work, { ...TERMS, ...terms }));
  await perform(maker, (work) => runShadow(work, id, { first: day, last: day }));
  const draft = await db('rule_sets').where({ id }).first();
  assert(draft, 'the draft is there');
  return draft;
}
