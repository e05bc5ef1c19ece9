// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { ProposalId } from '../approvals/rows.ts';
import type { Branded } from '../db/branded.ts';
import type { AcceptanceId } from '../forum/rows.ts';
import type { LedgerTransferId } from '../ledger/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type BudgetRaiseId = Branded<number, 'budget_raise'>;
export type RewardHoldId = Branded<number, 'reward_hold'>;
export type RewardId = Branded<number, 'reward'>;
export type RuleSetId = Branded<number, 'rule_set'>;
export type RuleShadowId = Branded<number, 'rule_shadow'>;

export type BudgetRaiseRow = {
  id: BudgetRaiseId;
  month: string;
  /** What was asked for; null for all that waits when it is approved. */
  amount_minor: bigint | null;
  /** What was added; null until approved. */
  raised_minor: bigint | null;
  proposal_id: ProposalId;
};

export type NewBudgetRaiseRow = {
  month: string;
  amount_minor?: bigint | null;
  raised_minor?: bigint | null;
  proposal_id: ProposalId;
};

export type RewardBudgetRow = {
  month: string;
  /** As the rules in force at the month's beginning have it. */
  budget_minor: bigint;
  /** What two people in finance have added for this month alone. */
  raised_minor: bigint;
  /** The rewards it pays: held or released; what is voided or clawed back is given back. */
  committed_minor: bigint;
  warned_80_at: Date | null;
  warned_100_at: Date | null;
};

export type NewRewardBudgetRow = {
  month: string;
  budget_minor: bigint;
  raised_minor?: bigint;
  committed_minor?: bigint;
  warned_80_at?: Date | null;
  warned_100_at?: Date | null;
};

export type RewardDebtRow = {
  member_id: MemberId;
  owed_minor: bigint;
};

export type NewRewardDebtRow = {
  member_id: MemberId;
  owed_minor: bigint;
};

export type RewardHoldRow = {
  id: RewardHoldId;
  acceptance_id: AcceptanceId;
  because: 'report' | 'fraud' | 'objection' | 'sanction' | 'appeal' | 'doubt';
  /** What placed it, as report:12 or case:3. */
  ref: string;
  placed_at: Date;
  lifted_at: Date | null;
};

export type NewRewardHoldRow = {
  acceptance_id: AcceptanceId;
  because: 'report' | 'fraud' | 'objection' | 'sanction' | 'appeal' | 'doubt';
  ref: string;
  placed_at: Date;
  lifted_at?: Date | null;
};

export type RewardRow = {
  id: RewardId;
  acceptance_id: AcceptanceId;
  member_id: MemberId;
  asker_id: MemberId;
  rule_set_id: RuleSetId;
  amount_minor: bigint;
  currency: string;
  /** The operator's month of the acceptance, for the cap. */
  month: string;
  state: 'waiting' | 'held' | 'released' | 'voided' | 'clawed-back' | 'refused';
  refusal: 'own-question' | 'staff' | 'pair-limit' | 'monthly-cap' | 'daily-cap' | 'sanctioned' | 'copy' | 'paid-already' | null;
  because: 'audit-passed' | 'audit-fixed' | 'quiet-days' | 'audit-failed' | 'withdrawn' | 'removed' | 'fraud' | 'appeal' | null;
  audit_drawn: boolean;
  /** Why it may be released; set while it still waits for a budget or for the member's e-mail. */
  cleared_because: 'audit-passed' | 'audit-fixed' | 'quiet-days' | null;
  hold_until: Date;
  pending_transfer_id: LedgerTransferId | null;
  /** How often a decision on it was undone: part of the next key. */
  turn: number;
  made_at: Date;
  changed_at: Date;
  /** The month whose budget pays it; null where there is none. */
  budget_month: string | null;
  /** When its amount was set aside; null while it waits for a budget, and where it ended so. */
  funded_at: Date | null;
};

export type NewRewardRow = {
  acceptance_id: AcceptanceId;
  member_id: MemberId;
  asker_id: MemberId;
  rule_set_id: RuleSetId;
  amount_minor: bigint;
  currency: string;
  month: string;
  state: 'waiting' | 'held' | 'released' | 'voided' | 'clawed-back' | 'refused';
  refusal?: 'own-question' | 'staff' | 'pair-limit' | 'monthly-cap' | 'daily-cap' | 'sanctioned' | 'copy' | 'paid-already' | null;
  because?: 'audit-passed' | 'audit-fixed' | 'quiet-days' | 'audit-failed' | 'withdrawn' | 'removed' | 'fraud' | 'appeal' | null;
  audit_drawn?: boolean;
  cleared_because?: 'audit-passed' | 'audit-fixed' | 'quiet-days' | null;
  hold_until: Date;
  pending_transfer_id?: LedgerTransferId | null;
  turn?: number;
  made_at: Date;
  changed_at: Date;
  budget_month?: string | null;
  funded_at?: Date | null;
};

export type RuleSetStepRow = {
  rule_set_id: RuleSetId;
  from_nth: number;
  percent: number;
};

export type NewRuleSetStepRow = {
  rule_set_id: RuleSetId;
  from_nth: number;
  percent: number;
};

export type RuleSetRow = {
  id: RuleSetId;
  effective_from: Date | null;
  /** Null while it is a draft. */
  published_at: Date | null;
  accepted_answer_minor: bigint;
  hold_days: number;
  pair_limit: number;
  pair_days: number;
  monthly_cap_minor: bigint;
  payout_minimum_minor: bigint;
  /** Percent of paid answers that are audited. */
  newcomer_share: number;
  helper_share: number;
  guide_share: number;
  steward_share: number;
  /** Hashed with the acceptance's id to draw the sample. */
  draw_seed: string;
  /** What people call it: Rules 2. Given by the database on publication. */
  number: number | null;
  /** Null for no cap of a day. */
  daily_cap_minor: bigint | null;
  /** What all rewards of a month may come to; those beyond it wait. Null for no budget. */
  monthly_budget_minor: bigint | null;
  /** Months without use until credit expires; null for never. */
  expire_after_months: number | null;
  /** What finance wants to remember of it; never shown outside. */
  notes: string;
  made_by: MemberId | null;
  /** Of a draft, its latest change: shadows run before it do not count. */
  edited_at: Date | null;
  /** The latest request to publish it. */
  proposal_id: ProposalId | null;
};

export type NewRuleSetRow = {
  effective_from?: Date | null;
  published_at?: Date | null;
  accepted_answer_minor: bigint;
  hold_days: number;
  pair_limit: number;
  pair_days: number;
  monthly_cap_minor: bigint;
  payout_minimum_minor: bigint;
  newcomer_share: number;
  helper_share: number;
  guide_share: number;
  steward_share: number;
  draw_seed: string;
  number?: number | null;
  daily_cap_minor?: bigint | null;
  monthly_budget_minor?: bigint | null;
  expire_after_months?: number | null;
  notes?: string;
  made_by?: MemberId | null;
  edited_at?: Date | null;
  proposal_id?: ProposalId | null;
};

export type RuleShadowMemberRow = {
  rule_shadow_id: RuleShadowId;
  member_id: MemberId;
  paid_minor: bigint;
  would_pay_minor: bigint;
};

export type NewRuleShadowMemberRow = {
  rule_shadow_id: RuleShadowId;
  member_id: MemberId;
  paid_minor: bigint;
  would_pay_minor: bigint;
};

export type RuleShadowRefusalRow = {
  rule_shadow_id: RuleShadowId;
  refusal: 'own-question' | 'staff' | 'pair-limit' | 'monthly-cap' | 'daily-cap' | 'sanctioned' | 'copy' | 'paid-already';
  refused: number;
  would_refuse: number;
};

export type NewRuleShadowRefusalRow = {
  rule_shadow_id: RuleShadowId;
  refusal: 'own-question' | 'staff' | 'pair-limit' | 'monthly-cap' | 'daily-cap' | 'sanctioned' | 'copy' | 'paid-already';
  refused: number;
  would_refuse: number;
};

export type RuleShadowRow = {
  id: RuleShadowId;
  rule_set_id: RuleSetId;
  /** A day in the operator's calendar, like the last. */
  first_day: string;
  last_day: string;
  run_by: MemberId;
  run_at: Date;
  acceptances: number;
  /** What was paid or is owed: not what was taken back. */
  paid_minor: bigint;
  would_pay_minor: bigint;
  /** Members who would have earned more. */
  better: number;
  worse: number;
  unchanged: number;
  /** Rewards that would have waited for a budget. */
  waiting: number;
  waiting_minor: bigint;
};

export type NewRuleShadowRow = {
  rule_set_id: RuleSetId;
  first_day: string;
  last_day: string;
  run_by: MemberId;
  run_at: Date;
  acceptances: number;
  paid_minor: bigint;
  would_pay_minor: bigint;
  better: number;
  worse: number;
  unchanged: number;
  waiting: number;
  waiting_minor: bigint;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    budget_raises: Knex.CompositeTableType<BudgetRaiseRow, NewBudgetRaiseRow, Partial<NewBudgetRaiseRow>>;
    reward_budgets: Knex.CompositeTableType<RewardBudgetRow, NewRewardBudgetRow, Partial<NewRewardBudgetRow>>;
    reward_debts: Knex.CompositeTableType<RewardDebtRow, NewRewardDebtRow, Partial<NewRewardDebtRow>>;
    reward_holds: Knex.CompositeTableType<RewardHoldRow, NewRewardHoldRow, Partial<NewRewardHoldRow>>;
    rewards: Knex.CompositeTableType<RewardRow, NewRewardRow, Partial<NewRewardRow>>;
    rule_set_steps: Knex.CompositeTableType<RuleSetStepRow, NewRuleSetStepRow, Partial<NewRuleSetStepRow>>;
    rule_sets: Knex.CompositeTableType<RuleSetRow, NewRuleSetRow, Partial<NewRuleSetRow>>;
    rule_shadow_members: Knex.CompositeTableType<RuleShadowMemberRow, NewRuleShadowMemberRow, Partial<NewRuleShadowMemberRow>>;
    rule_shadow_refusals: Knex.CompositeTableType<RuleShadowRefusalRow, NewRuleShadowRefusalRow, Partial<NewRuleShadowRefusalRow>>;
    rule_shadows: Knex.CompositeTableType<RuleShadowRow, NewRuleShadowRow, Partial<NewRuleShadowRow>>;
  }
}
