// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AcceptanceId, AnswerId, QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type AuditId = Branded<number, 'audit'>;
export type ModerationLogId = Branded<number, 'moderation_log'>;
export type QueueItemId = Branded<number, 'queue_item'>;
export type VerdictId = Branded<number, 'verdict'>;

export type AuditDrawRow = {
  acceptance_id: AcceptanceId;
  drawn: boolean;
  because: 'first-five' | 'always' | 'sample' | 'not-drawn';
  /** Percent in force for the author's level. */
  share: number;
  drawn_at: Date;
  /** The seed of the rules that were in force. */
  seed: string;
  /** The first 32 bits of the SHA-256 of seed:acceptance, modulo 100; drawn where below the share. */
  number: number;
};

export type NewAuditDrawRow = {
  acceptance_id: AcceptanceId;
  drawn: boolean;
  because: 'first-five' | 'always' | 'sample' | 'not-drawn';
  share: number;
  drawn_at: Date;
  seed: string;
  number: number;
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

export type ModerationActRow = {
  word: string;
};

export type NewModerationActRow = {
  word: string;
};

export type ModerationLogRow = {
  id: ModerationLogId;
  actor_id: MemberId | null;
  act: 'audit-called' | 'case-assigned' | 'case-closed' | 'case-handed-over' | 'case-noted' | 'case-opened' | 'case-redacted' | 'case-reopened' | 'case-replied' | 'personal-data-masked' | 'personal-data-shown' | 'removed' | 'restored' | 'verdict-fail' | 'verdict-fix' | 'verdict-pass' | 'verdict-undone';
  subject: string;
  reason: string;
  note: string;
  happened_at: Date;
};

export type NewModerationLogRow = {
  actor_id?: MemberId | null;
  act: 'audit-called' | 'case-assigned' | 'case-closed' | 'case-handed-over' | 'case-noted' | 'case-opened' | 'case-redacted' | 'case-reopened' | 'case-replied' | 'personal-data-masked' | 'personal-data-shown' | 'removed' | 'restored' | 'verdict-fail' | 'verdict-fix' | 'verdict-pass' | 'verdict-undone';
  subject: string;
  reason?: string;
  note?: string;
  happened_at: Date;
};

export type QueueItemRow = {
  id: QueueItemId;
  kind: 'appeal' | 'audit' | 'case' | 'first-post' | 'fraud' | 'personal-data' | 'report' | 'spam';
  /** The id, in its own part's table, of the audit, report, finding, case or appeal it stands for. */
  subject_id: number;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  /** Whom it is about: the author of the post. */
  member_id: MemberId | null;
  /** From 1, a spot check, to 5, harm while it waits. */
  risk: number;
  /** Why it waits, in the queue's codes, the weightiest first. */
  reasons: string[];
  /** Members who have a part in it and may not decide it. */
  barred: number[];
  state: 'waiting' | 'settled';
  opened_at: Date;
  /** When it should be decided at the latest. */
  due_at: Date;
  settled_at: Date | null;
  claimed_by: MemberId | null;
  claimed_until: Date | null;
};

export type NewQueueItemRow = {
  kind: 'appeal' | 'audit' | 'case' | 'first-post' | 'fraud' | 'personal-data' | 'report' | 'spam';
  subject_id: number;
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  member_id?: MemberId | null;
  risk: number;
  reasons: string[];
  barred?: number[];
  state?: 'waiting' | 'settled';
  opened_at: Date;
  due_at: Date;
  settled_at?: Date | null;
  claimed_by?: MemberId | null;
  claimed_until?: Date | null;
};

export type QueueKindRow = {
  word: string;
};

export type NewQueueKindRow = {
  word: string;
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
    moderation_acts: Knex.CompositeTableType<ModerationActRow, NewModerationActRow, Partial<NewModerationActRow>>;
    moderation_log: Knex.CompositeTableType<ModerationLogRow, NewModerationLogRow, Partial<NewModerationLogRow>>;
    queue_items: Knex.CompositeTableType<QueueItemRow, NewQueueItemRow, Partial<NewQueueItemRow>>;
    queue_kinds: Knex.CompositeTableType<QueueKindRow, NewQueueKindRow, Partial<NewQueueKindRow>>;
    verdicts: Knex.CompositeTableType<VerdictRow, NewVerdictRow, Partial<NewVerdictRow>>;
  }
}
