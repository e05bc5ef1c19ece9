// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AcceptanceId } from '../forum/rows.ts';
import type { LedgerTransferId } from '../ledger/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type RewardId = Branded<number, 'reward'>;
export type RuleSetId = Branded<number, 'rule_set'>;

export type RewardDebtRow = {
  member_id: MemberId;
  owed_minor: bigint;
};

export type NewRewardDebtRow = {
  member_id: MemberId;
  owed_minor: bigint;
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
  state: 'held' | 'released' | 'voided' | 'clawed-back' | 'refused';
  refusal: 'own-question' | 'staff' | 'pair-limit' | 'monthly-cap' | null;
  because: 'audit-passed' | 'audit-fixed' | 'quiet-days' | 'audit-failed' | 'withdrawn' | 'removed' | null;
  audit_drawn: boolean;
  /** Why it may be released; set while it still waits for the member's e-mail to be verified. */
  cleared_because: 'audit-passed' | 'audit-fixed' | 'quiet-days' | null;
  hold_until: Date;
  pending_transfer_id: LedgerTransferId | null;
  /** How often a decision on it was undone: part of the next key. */
  turn: number;
  made_at: Date;
  changed_at: Date;
};

export type NewRewardRow = {
  acceptance_id: AcceptanceId;
  member_id: MemberId;
  asker_id: MemberId;
  rule_set_id: RuleSetId;
  amount_minor: bigint;
  currency: string;
  month: string;
  state: 'held' | 'released' | 'voided' | 'clawed-back' | 'refused';
  refusal?: 'own-question' | 'staff' | 'pair-limit' | 'monthly-cap' | null;
  because?: 'audit-passed' | 'audit-fixed' | 'quiet-days' | 'audit-failed' | 'withdrawn' | 'removed' | null;
  audit_drawn?: boolean;
  cleared_because?: 'audit-passed' | 'audit-fixed' | 'quiet-days' | null;
  hold_until: Date;
  pending_transfer_id?: LedgerTransferId | null;
  turn?: number;
  made_at: Date;
  changed_at: Date;
};

export type RuleSetRow = {
  id: RuleSetId;
  effective_from: Date;
  published_at: Date;
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
};

export type NewRuleSetRow = {
  effective_from: Date;
  published_at: Date;
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
};

declare module 'knex/types/tables.js' {
  interface Tables {
    reward_debts: Knex.CompositeTableType<RewardDebtRow, NewRewardDebtRow, Partial<NewRewardDebtRow>>;
    rewards: Knex.CompositeTableType<RewardRow, NewRewardRow, Partial<NewRewardRow>>;
    rule_sets: Knex.CompositeTableType<RuleSetRow, NewRuleSetRow, Partial<NewRuleSetRow>>;
  }
}
