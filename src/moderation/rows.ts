// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AcceptanceId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type AuditId = Branded<number, 'audit'>;
export type ModerationLogId = Branded<number, 'moderation_log'>;
export type VerdictId = Branded<number, 'verdict'>;

export type AuditDrawRow = {
  acceptance_id: AcceptanceId;
  drawn: boolean;
  because: 'first-five' | 'always' | 'sample' | 'not-drawn';
  /** Percent in force for the author's level. */
  share: number;
  drawn_at: Date;
};

export type NewAuditDrawRow = {
  acceptance_id: AcceptanceId;
  drawn: boolean;
  because: 'first-five' | 'always' | 'sample' | 'not-drawn';
  share: number;
  drawn_at: Date;
};

export type AuditRow = {
  id: AuditId;
  acceptance_id: AcceptanceId;
  because: 'first-five' | 'always' | 'sample' | 'called';
  state: 'waiting' | 'decided' | 'cancelled';
  opened_at: Date;
  claimed_by: MemberId | null;
  claimed_until: Date | null;
};

export type NewAuditRow = {
  acceptance_id: AcceptanceId;
  because: 'first-five' | 'always' | 'sample' | 'called';
  state?: 'waiting' | 'decided' | 'cancelled';
  opened_at: Date;
  claimed_by?: MemberId | null;
  claimed_until?: Date | null;
};

export type ModerationLogRow = {
  id: ModerationLogId;
  actor_id: MemberId | null;
  act: 'audit-called' | 'verdict-pass' | 'verdict-fix' | 'verdict-fail' | 'verdict-undone' | 'removed' | 'restored' | 'personal-data-masked' | 'personal-data-shown';
  subject: string;
  reason: string;
  note: string;
  happened_at: Date;
};

export type NewModerationLogRow = {
  actor_id?: MemberId | null;
  act: 'audit-called' | 'verdict-pass' | 'verdict-fix' | 'verdict-fail' | 'verdict-undone' | 'removed' | 'restored' | 'personal-data-masked' | 'personal-data-shown';
  subject: string;
  reason?: string;
  note?: string;
  happened_at: Date;
};

export type VerdictRow = {
  id: VerdictId;
  audit_id: AuditId;
  moderator_id: MemberId;
  verdict: 'pass' | 'fix' | 'fail';
  reason: 'wrong' | 'unsafe' | 'copied' | 'gaming' | null;
  /** Shown to the author of the answer, word for word. */
  note: string;
  /** The version the moderator had read. */
  answer_version: number;
  decided_at: Date;
  undone_at: Date | null;
};

export type NewVerdictRow = {
  audit_id: AuditId;
  moderator_id: MemberId;
  verdict: 'pass' | 'fix' | 'fail';
  reason?: 'wrong' | 'unsafe' | 'copied' | 'gaming' | null;
  note?: string;
  answer_version: number;
  decided_at: Date;
  undone_at?: Date | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    audit_draws: Knex.CompositeTableType<AuditDrawRow, NewAuditDrawRow, Partial<NewAuditDrawRow>>;
    audits: Knex.CompositeTableType<AuditRow, NewAuditRow, Partial<NewAuditRow>>;
    moderation_log: Knex.CompositeTableType<ModerationLogRow, NewModerationLogRow, Partial<NewModerationLogRow>>;
    verdicts: Knex.CompositeTableType<VerdictRow, NewVerdictRow, Partial<NewVerdictRow>>;
  }
}
