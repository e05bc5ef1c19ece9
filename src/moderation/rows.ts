// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AcceptanceId, AnswerId, CommentId, QuestionId, TopicId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type AgreementTermId = Branded<number, 'agreement_term'>;
export type AppealId = Branded<number, 'appeal'>;
export type AuditOpinionId = Branded<number, 'audit_opinion'>;
export type AuditId = Branded<number, 'audit'>;
export type BulkActionId = Branded<number, 'bulk_action'>;
export type DoubleAuditId = Branded<number, 'double_audit'>;
export type GovernanceStepId = Branded<number, 'governance_step'>;
export type KnownItemId = Branded<number, 'known_item'>;
export type KnownShowingId = Branded<number, 'known_showing'>;
export type ModerationEffectId = Branded<number, 'moderation_effect'>;
export type ModerationLogId = Branded<number, 'moderation_log'>;
export type OfficialFactId = Branded<number, 'official_fact'>;
export type OutdatedFlagId = Branded<number, 'outdated_flag'>;
export type OutdatedMarkId = Branded<number, 'outdated_mark'>;
export type QueueItemId = Branded<number, 'queue_item'>;
export type QueueRequestId = Branded<number, 'queue_request'>;
export type ReportCaseId = Branded<number, 'report_case'>;
export type ReportId = Branded<number, 'report'>;
export type SanctionTextId = Branded<number, 'sanction_text'>;
export type SanctionId = Branded<number, 'sanction'>;
export type SilentAcceptanceId = Branded<number, 'silent_acceptance'>;
export type StaffNoteId = Branded<number, 'staff_note'>;
export type StewardReviewId = Branded<number, 'steward_review'>;
export type StewardId = Branded<number, 'steward'>;
export type VerdictId = Branded<number, 'verdict'>;

export type AgreementTermRow = {
  id: AgreementTermId;
  /** Percent of audits that two people judge. */
  double_share: number;
  /** One item in so many at the desk is one whose answer is known; null: none is. */
  known_every: number | null;
  /** What the draws of double audits and of known items are hashed with, besides the ids. */
  seed: string;
  reason: string;
  changed_by: MemberId | null;
  changed_at: Date;
};

export type NewAgreementTermRow = {
  double_share: number;
  known_every?: number | null;
  seed: string;
  reason: string;
  changed_by?: MemberId | null;
  changed_at: Date;
};

export type AppealRow = {
  id: AppealId;
  /** The decision appealed against: removal:4, finding:7, verdict:12 or sanction:3. */
  subject: string;
  member_id: MemberId;
  /** The rule it was decided by, which an overturned decision counts against. */
  ground: string;
  /** Who has decided on it before or has a part in it. */
  barred: number[];
  /** What the member says, for staff to read. */
  plea: string;
  made_at: Date;
  decision: 'upheld' | 'overturned' | null;
  /** Shown to the member. */
  reason: string;
  /** For staff alone. */
  note: string;
  decided_by: MemberId | null;
  decided_at: Date | null;
};

export type NewAppealRow = {
  subject: string;
  member_id: MemberId;
  ground: string;
  barred: number[];
  plea: string;
  made_at: Date;
  decision?: 'upheld' | 'overturned' | null;
  reason?: string;
  note?: string;
  decided_by?: MemberId | null;
  decided_at?: Date | null;
};

export type AuditCauseRow = {
  word: string;
};

export type NewAuditCauseRow = {
  word: string;
};

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

export type AuditOpinionRow = {
  id: AuditOpinionId;
  audit_id: AuditId;
  member_id: MemberId;
  /** What they judged it as: what staff say moves money. */
  capacity: 'staff' | 'steward';
  verdict: 'pass' | 'fix' | 'fail';
  reason: 'wrong' | 'unsafe' | 'copied' | 'gaming' | null;
  correct: 'yes' | 'partly' | 'no' | null;
  complete: 'yes' | 'partly' | 'no' | null;
  safe: 'yes' | 'partly' | 'no' | null;
  clear: 'yes' | 'partly' | 'no' | null;
  original: 'yes' | 'partly' | 'no' | null;
  /** For the author, once a verdict agrees with it. */
  note: string;
  /** The mended text that a fix would give the answer. */
  body: string | null;
  /** The version they had read. */
  answer_version: number;
  given_at: Date;
  undone_at: Date | null;
  /** Taken back by whoever gave it, or the answer was edited before the verdict. */
  undone_because: 'taken-back' | 'edited' | null;
};

export type NewAuditOpinionRow = {
  audit_id: AuditId;
  member_id: MemberId;
  capacity: 'staff' | 'steward';
  verdict: 'pass' | 'fix' | 'fail';
  reason?: 'wrong' | 'unsafe' | 'copied' | 'gaming' | null;
  correct?: 'yes' | 'partly' | 'no' | null;
  complete?: 'yes' | 'partly' | 'no' | null;
  safe?: 'yes' | 'partly' | 'no' | null;
  clear?: 'yes' | 'partly' | 'no' | null;
  original?: 'yes' | 'partly' | 'no' | null;
  note?: string;
  body?: string | null;
  answer_version: number;
  given_at: Date;
  undone_at?: Date | null;
  undone_because?: 'taken-back' | 'edited' | null;
};

export type AuditRow = {
  id: AuditId;
  acceptance_id: AcceptanceId;
  because: 'always' | 'called' | 'doubted' | 'first-five' | 'flagged' | 'sample';
  state: 'waiting' | 'decided' | 'cancelled';
  opened_at: Date;
  /** How many people judge it independently: with 2 a third decides where they differ. */
  opinions_wanted: number;
  /** How suspicious the acceptance is, 0 to 100; null: not flagged. */
  flag_score: number | null;
  /** Why it is suspicious, in the codes of the risk signals. */
  flag_reasons: string[];
};

export type NewAuditRow = {
  acceptance_id: AcceptanceId;
  because: 'always' | 'called' | 'doubted' | 'first-five' | 'flagged' | 'sample';
  state?: 'waiting' | 'decided' | 'cancelled';
  opened_at: Date;
  opinions_wanted?: number;
  flag_score?: number | null;
  flag_reasons?: string[];
};

export type BulkActionRow = {
  id: BulkActionId;
  moderator_id: MemberId;
  /** What was decided and why, such as fail:copied. */
  act: string;
  note: string;
  made_at: Date;
  /** When undoing it was last asked for. */
  undone_at: Date | null;
};

export type NewBulkActionRow = {
  moderator_id: MemberId;
  act: string;
  note?: string;
  made_at: Date;
  undone_at?: Date | null;
};

export type BulkEntryRow = {
  batch_id: BulkActionId;
  kind: 'appeal' | 'audit' | 'case' | 'first-post' | 'fraud' | 'guide' | 'outdated' | 'personal-data' | 'report' | 'spam' | 'steward-decision' | 'unanswered';
  subject_id: number;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  /** Why nothing was done; null where it was. */
  refusal: string | null;
  undone_at: Date | null;
  /** Why it could not be undone when that was asked for. */
  undo_refusal: string | null;
};

export type NewBulkEntryRow = {
  batch_id: BulkActionId;
  kind: 'appeal' | 'audit' | 'case' | 'first-post' | 'fraud' | 'guide' | 'outdated' | 'personal-data' | 'report' | 'spam' | 'steward-decision' | 'unanswered';
  subject_id: number;
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  refusal?: string | null;
  undone_at?: Date | null;
  undo_refusal?: string | null;
};

export type DeskKeyRow = {
  member_id: MemberId;
  action: string;
  key: string;
};

export type NewDeskKeyRow = {
  member_id: MemberId;
  action: string;
  key: string;
};

export type DeskSettingRow = {
  member_id: MemberId;
  /** Whether authors' names are hidden until it is decided. */
  blind: boolean;
  keys_off: boolean;
};

export type NewDeskSettingRow = {
  member_id: MemberId;
  blind?: boolean;
  keys_off?: boolean;
};

export type DoubleAuditRow = {
  id: DoubleAuditId;
  audit_id: AuditId;
  topic_id: TopicId;
  mode: 'mixed' | 'community';
  stewards: 'pass' | 'fix' | 'fail';
  staff: 'pass' | 'fix' | 'fail';
  made_at: Date;
  /** The verdict of staff was undone. */
  withdrawn_at: Date | null;
};

export type NewDoubleAuditRow = {
  audit_id: AuditId;
  topic_id: TopicId;
  mode: 'mixed' | 'community';
  stewards: 'pass' | 'fix' | 'fail';
  staff: 'pass' | 'fix' | 'fail';
  made_at: Date;
  withdrawn_at?: Date | null;
};

export type GovernanceSettingRow = {
  version: number;
  /** How many of the last double audits count. */
  window_size: number;
  qualify_count: number;
  /** The most that the upper 95 % bound of the error may be to become the community's. */
  qualify_error_permille: number;
  qualify_kappa_percent: number;
  /** The most that the same bound may be to stay the community's. */
  keep_error_permille: number;
  keep_kappa_percent: number;
  /** Double audits before mixed can fail. */
  mixed_count: number;
  mixed_error_permille: number;
  mixed_kappa_percent: number;
  /** Stewards' decisions that staff audit. */
  sample_percent: number;
  /** How long an answer waits for stewards before staff decide it. */
  steward_hours: number;
  /** Acceptances between two people within partner_days that make them frequent partners. */
  partner_count: number;
  partner_days: number;
  /** Checked answers passed before somebody can be invited as a steward. */
  steward_passed: number;
  steward_share_percent: number;
  reason: string;
  changed_by: MemberId | null;
  changed_at: Date;
};

export type NewGovernanceSettingRow = {
  version: number;
  window_size: number;
  qualify_count: number;
  qualify_error_permille: number;
  qualify_kappa_percent: number;
  keep_error_permille: number;
  keep_kappa_percent: number;
  mixed_count: number;
  mixed_error_permille: number;
  mixed_kappa_percent: number;
  sample_percent: number;
  steward_hours: number;
  partner_count: number;
  partner_days: number;
  steward_passed: number;
  steward_share_percent: number;
  reason: string;
  changed_by?: MemberId | null;
  changed_at: Date;
};

export type GovernanceStepRow = {
  id: GovernanceStepId;
  topic_id: TopicId;
  from_mode: 'staff' | 'mixed' | 'community';
  to_mode: 'staff' | 'mixed' | 'community';
  because: 'qualified' | 'error' | 'kappa' | 'too-few-stewards' | 'by-hand';
  reason: string;
  actor_id: MemberId | null;
  /** Double audits that counted. */
  audits: number;
  errors: number;
  /** Upper 95 % bound of the error, in millionths. */
  error_bound_ppm: number;
  /** Cohen's kappa in millionths; null where chance explains everything. */
  kappa_ppm: number | null;
  stewards: number;
  settings_version: number;
  happened_at: Date;
};

export type NewGovernanceStepRow = {
  topic_id: TopicId;
  from_mode: 'staff' | 'mixed' | 'community';
  to_mode: 'staff' | 'mixed' | 'community';
  because: 'qualified' | 'error' | 'kappa' | 'too-few-stewards' | 'by-hand';
  reason?: string;
  actor_id?: MemberId | null;
  audits: number;
  errors: number;
  error_bound_ppm: number;
  kappa_ppm?: number | null;
  stewards: number;
  settings_version: number;
  happened_at: Date;
};

export type KnownItemRow = {
  id: KnownItemId;
  audit_id: AuditId;
  verdict: 'pass' | 'fix' | 'fail';
  /** Shown to whoever has judged it. */
  why: string;
  picked_by: MemberId;
  picked_at: Date;
  confirmed_by: MemberId | null;
  confirmed_at: Date | null;
  retired_by: MemberId | null;
  retired_at: Date | null;
};

export type NewKnownItemRow = {
  audit_id: AuditId;
  verdict: 'pass' | 'fix' | 'fail';
  why: string;
  picked_by: MemberId;
  picked_at: Date;
  confirmed_by?: MemberId | null;
  confirmed_at?: Date | null;
  retired_by?: MemberId | null;
  retired_at?: Date | null;
};

export type KnownShowingRow = {
  id: KnownShowingId;
  known_item_id: KnownItemId;
  member_id: MemberId;
  shown_at: Date;
  /** What they said; null while it waits for them. */
  verdict: 'pass' | 'fix' | 'fail' | null;
  reason: 'wrong' | 'unsafe' | 'copied' | 'gaming' | null;
  answered_at: Date | null;
};

export type NewKnownShowingRow = {
  id?: KnownShowingId;
  known_item_id: KnownItemId;
  member_id: MemberId;
  shown_at: Date;
  verdict?: 'pass' | 'fix' | 'fail' | null;
  reason?: 'wrong' | 'unsafe' | 'copied' | 'gaming' | null;
  answered_at?: Date | null;
};

export type ModerationActRow = {
  word: string;
};

export type NewModerationActRow = {
  word: string;
};

export type ModerationEffectRow = {
  id: ModerationEffectId;
  acceptance_id: AcceptanceId;
  effect: 'released' | 'voided' | 'clawed-back' | 'restored';
  work: string;
  happened_at: Date;
};

export type NewModerationEffectRow = {
  acceptance_id: AcceptanceId;
  effect: 'released' | 'voided' | 'clawed-back' | 'restored';
  work?: string;
  happened_at: Date;
};

export type ModerationLogRow = {
  id: ModerationLogId;
  actor_id: MemberId | null;
  act: 'accepted-for-asker' | 'agreement-terms-changed' | 'appeal-overturned' | 'appeal-upheld' | 'audit-called' | 'bulk-made' | 'bulk-undone' | 'canned-answer-dropped' | 'canned-answer-saved' | 'canned-note-dropped' | 'canned-note-saved' | 'case-assigned' | 'case-closed' | 'case-handed-over' | 'case-noted' | 'case-opened' | 'case-promise-changed' | 'case-redacted' | 'case-reopened' | 'case-replied' | 'case-reply-dropped' | 'case-reply-saved' | 'colleague-asked' | 'fact-ended' | 'fact-written' | 'fraud-held' | 'fraud-released' | 'fraud-taken-back' | 'governance-settings' | 'governance-turned' | 'guide-archived' | 'guide-checked' | 'guide-draft' | 'guide-edited' | 'guide-published' | 'guide-written' | 'known-item-confirmed' | 'known-item-picked' | 'known-item-retired' | 'mail-domain-set' | 'merge-undone' | 'official-marked' | 'official-unmarked' | 'opinion-given' | 'opinion-undone' | 'outdated-cleared' | 'outdated-marked' | 'outdated-terms-changed' | 'pair-offered-again' | 'pair-set-apart' | 'personal-data-masked' | 'personal-data-reopened' | 'personal-data-shown' | 'post-approved' | 'posting-limits-changed' | 'question-locked' | 'question-merged' | 'question-moved' | 'question-pinned' | 'question-split' | 'question-unlocked' | 'question-unpinned' | 'removed' | 'report-dismissed' | 'report-masked' | 'report-removed' | 'report-warned' | 'restored' | 'sanction-lifted' | 'sanctioned' | 'silent-terms-changed' | 'split-undone' | 'staff-note-struck' | 'staff-noted' | 'steward-accepted' | 'steward-decision-reviewed' | 'steward-declined' | 'steward-invited' | 'steward-relieved' | 'steward-resigned' | 'steward-topics-changed' | 'steward-unsure' | 'summary-set' | 'synonyms-dropped' | 'synonyms-saved' | 'unanswered-terms-changed' | 'undertaking-published' | 'undertaking-signed' | 'verdict-fail' | 'verdict-fix' | 'verdict-overturned' | 'verdict-pass' | 'verdict-undone' | 'word-listed' | 'word-unlisted';
  subject: string;
  reason: string;
  note: string;
  happened_at: Date;
  /** The database's name of the transaction: with the instant it names the work an act was part of. */
  work: string;
};

export type NewModerationLogRow = {
  actor_id?: MemberId | null;
  act: 'accepted-for-asker' | 'agreement-terms-changed' | 'appeal-overturned' | 'appeal-upheld' | 'audit-called' | 'bulk-made' | 'bulk-undone' | 'canned-answer-dropped' | 'canned-answer-saved' | 'canned-note-dropped' | 'canned-note-saved' | 'case-assigned' | 'case-closed' | 'case-handed-over' | 'case-noted' | 'case-opened' | 'case-promise-changed' | 'case-redacted' | 'case-reopened' | 'case-replied' | 'case-reply-dropped' | 'case-reply-saved' | 'colleague-asked' | 'fact-ended' | 'fact-written' | 'fraud-held' | 'fraud-released' | 'fraud-taken-back' | 'governance-settings' | 'governance-turned' | 'guide-archived' | 'guide-checked' | 'guide-draft' | 'guide-edited' | 'guide-published' | 'guide-written' | 'known-item-confirmed' | 'known-item-picked' | 'known-item-retired' | 'mail-domain-set' | 'merge-undone' | 'official-marked' | 'official-unmarked' | 'opinion-given' | 'opinion-undone' | 'outdated-cleared' | 'outdated-marked' | 'outdated-terms-changed' | 'pair-offered-again' | 'pair-set-apart' | 'personal-data-masked' | 'personal-data-reopened' | 'personal-data-shown' | 'post-approved' | 'posting-limits-changed' | 'question-locked' | 'question-merged' | 'question-moved' | 'question-pinned' | 'question-split' | 'question-unlocked' | 'question-unpinned' | 'removed' | 'report-dismissed' | 'report-masked' | 'report-removed' | 'report-warned' | 'restored' | 'sanction-lifted' | 'sanctioned' | 'silent-terms-changed' | 'split-undone' | 'staff-note-struck' | 'staff-noted' | 'steward-accepted' | 'steward-decision-reviewed' | 'steward-declined' | 'steward-invited' | 'steward-relieved' | 'steward-resigned' | 'steward-topics-changed' | 'steward-unsure' | 'summary-set' | 'synonyms-dropped' | 'synonyms-saved' | 'unanswered-terms-changed' | 'undertaking-published' | 'undertaking-signed' | 'verdict-fail' | 'verdict-fix' | 'verdict-overturned' | 'verdict-pass' | 'verdict-undone' | 'word-listed' | 'word-unlisted';
  subject: string;
  reason?: string;
  note?: string;
  happened_at: Date;
  work?: string;
};

export type OfficialFactRow = {
  id: OfficialFactId;
  topic_id: TopicId;
  kind: 'answer' | 'price';
  title: string;
  body: string;
  /** What the price list says, in minor units of the operator's currency. */
  amount_minor: bigint | null;
  source: string;
  valid_from: string;
  /** The last day; null: until somebody ends it. */
  valid_to: string | null;
  written_by: MemberId;
  written_at: Date;
  ended_by: MemberId | null;
  document: string;
};

export type NewOfficialFactRow = {
  topic_id: TopicId;
  kind: 'answer' | 'price';
  title: string;
  body: string;
  amount_minor?: bigint | null;
  source: string;
  valid_from: string;
  valid_to?: string | null;
  written_by: MemberId;
  written_at: Date;
  ended_by?: MemberId | null;
};

export type OutdatedFlagRow = {
  id: OutdatedFlagId;
  answer_id: AnswerId;
  member_id: MemberId;
  /** What has changed, for our team and the author alone. */
  note: string;
  said_at: Date;
  /** When it was decided, or the answer was edited. */
  settled_at: Date | null;
};

export type NewOutdatedFlagRow = {
  answer_id: AnswerId;
  member_id: MemberId;
  note: string;
  said_at: Date;
  settled_at?: Date | null;
};

export type OutdatedMarkRow = {
  id: OutdatedMarkId;
  answer_id: AnswerId;
  /** Whose word was enough; members where it took several. */
  because: 'staff' | 'author' | 'trusted' | 'members';
  /** Whose word was the last that it took. */
  marked_by: MemberId;
  marked_at: Date;
  ended_because: 'edited' | 'works' | null;
  ended_by: MemberId | null;
  ended_at: Date | null;
};

export type NewOutdatedMarkRow = {
  answer_id: AnswerId;
  because: 'staff' | 'author' | 'trusted' | 'members';
  marked_by: MemberId;
  marked_at: Date;
  ended_because?: 'edited' | 'works' | null;
  ended_by?: MemberId | null;
  ended_at?: Date | null;
};

export type OutdatedTermRow = {
  version: number;
  /** Members whose word together is enough for readers to be told. */
  members: number;
  /** From this age on an answer takes fewer of them. */
  old_days: number;
  /** Members who are enough for an answer that old. */
  members_old: number;
  /** Readers whom it did not help, and fewer whom it did, before somebody has a look. */
  readers: number;
  /** How far back readers are listened to. */
  listened_days: number;
  reason: string;
  changed_by: MemberId | null;
  changed_at: Date;
};

export type NewOutdatedTermRow = {
  version: number;
  members: number;
  old_days: number;
  members_old: number;
  readers: number;
  listened_days: number;
  reason: string;
  changed_by?: MemberId | null;
  changed_at: Date;
};

export type QueueItemRow = {
  id: QueueItemId;
  kind: 'appeal' | 'audit' | 'case' | 'first-post' | 'fraud' | 'guide' | 'outdated' | 'personal-data' | 'report' | 'spam' | 'steward-decision' | 'unanswered';
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
  /** Who reads it, and keeps it from colleagues. */
  claimed_by: MemberId | null;
  claimed_until: Date | null;
  /** Who has asked a colleague about it, and so leaves it to others. */
  asked_by: MemberId | null;
  /** For whom it comes first. */
  assigned_to: MemberId | null;
  /** Who alone has it in their queue; null: everybody. */
  only_for: MemberId | null;
};

export type NewQueueItemRow = {
  kind: 'appeal' | 'audit' | 'case' | 'first-post' | 'fraud' | 'guide' | 'outdated' | 'personal-data' | 'report' | 'spam' | 'steward-decision' | 'unanswered';
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
  asked_by?: MemberId | null;
  assigned_to?: MemberId | null;
  only_for?: MemberId | null;
};

export type QueueKindRow = {
  word: string;
};

export type NewQueueKindRow = {
  word: string;
};

export type QueueRequestRow = {
  id: QueueRequestId;
  kind: 'appeal' | 'audit' | 'case' | 'first-post' | 'fraud' | 'guide' | 'outdated' | 'personal-data' | 'report' | 'spam' | 'steward-decision' | 'unanswered';
  subject_id: number;
  asked_by: MemberId;
  /** Null: whoever comes next. */
  asked_of: MemberId | null;
  note: string;
  asked_at: Date;
};

export type NewQueueRequestRow = {
  kind: 'appeal' | 'audit' | 'case' | 'first-post' | 'fraud' | 'guide' | 'outdated' | 'personal-data' | 'report' | 'spam' | 'steward-decision' | 'unanswered';
  subject_id: number;
  asked_by: MemberId;
  asked_of?: MemberId | null;
  note: string;
  asked_at: Date;
};

export type ReportCaseRow = {
  id: ReportCaseId;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  comment_id: CommentId | null;
  profile_id: MemberId | null;
  /** Whom it is about. */
  author_id: MemberId;
  opened_at: Date;
  decision: 'removed' | 'masked' | 'warned' | 'dismissed' | null;
  /** Why it was upheld. */
  ground: string | null;
  /** For staff, and for the author where something was done. */
  note: string;
  abusive: boolean;
  /** Null where it ended by itself, with the removal of what it was about. */
  decided_by: MemberId | null;
  decided_at: Date | null;
};

export type NewReportCaseRow = {
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  comment_id?: CommentId | null;
  profile_id?: MemberId | null;
  author_id: MemberId;
  opened_at: Date;
  decision?: 'removed' | 'masked' | 'warned' | 'dismissed' | null;
  ground?: string | null;
  note?: string;
  abusive?: boolean;
  decided_by?: MemberId | null;
  decided_at?: Date | null;
};

export type ReportRow = {
  id: ReportId;
  case_id: ReportCaseId;
  reporter_id: MemberId;
  ground: 'unsafe' | 'personal-data' | 'rude' | 'spam' | 'copied' | 'gaming' | 'off-topic' | 'other';
  /** For staff alone. */
  note: string;
  made_at: Date;
};

export type NewReportRow = {
  case_id: ReportCaseId;
  reporter_id: MemberId;
  ground: 'unsafe' | 'personal-data' | 'rude' | 'spam' | 'copied' | 'gaming' | 'off-topic' | 'other';
  note?: string;
  made_at: Date;
};

export type SanctionEndRow = {
  sanction_id: SanctionId;
  how: 'expired' | 'lifted' | 'overturned';
  ended_by: MemberId | null;
  ended_at: Date;
  because: string;
};

export type NewSanctionEndRow = {
  sanction_id: SanctionId;
  how: 'expired' | 'lifted' | 'overturned';
  ended_by?: MemberId | null;
  ended_at: Date;
  because?: string;
};

export type SanctionTextRow = {
  id: SanctionTextId;
  slug: string;
  version: number;
  label: string;
  body: string;
  made_by: MemberId | null;
  made_at: Date;
};

export type NewSanctionTextRow = {
  slug: string;
  version: number;
  label: string;
  body: string;
  made_by?: MemberId | null;
  made_at: Date;
};

export type SanctionRow = {
  id: SanctionId;
  member_id: MemberId;
  kind: 'warning' | 'limited' | 'suspended' | 'closed';
  text_id: SanctionTextId;
  /** Shown to the member, under the text. */
  note: string;
  imposed_by: MemberId;
  imposed_at: Date;
  /** Null for an account that is closed. */
  until: Date | null;
};

export type NewSanctionRow = {
  member_id: MemberId;
  kind: 'warning' | 'limited' | 'suspended' | 'closed';
  text_id: SanctionTextId;
  note?: string;
  imposed_by: MemberId;
  imposed_at: Date;
  until?: Date | null;
};

export type SilentAcceptanceRow = {
  id: SilentAcceptanceId;
  question_id: QuestionId;
  acceptance_id: AcceptanceId;
  asker_id: MemberId;
  accepted_by: MemberId;
  reason: string;
  points: number;
  accepted_at: Date;
  object_until: Date;
  /** SHA-256 of the token in the asker's mail, which alone holds it. */
  token_hash: string;
  outcome: 'confirmed' | 'objected' | 'unopposed' | 'withdrawn' | null;
  /** Why the asker objects, in their words. */
  note: string;
  ended_at: Date | null;
};

export type NewSilentAcceptanceRow = {
  question_id: QuestionId;
  acceptance_id: AcceptanceId;
  asker_id: MemberId;
  accepted_by: MemberId;
  reason: string;
  points: number;
  accepted_at: Date;
  object_until: Date;
  token_hash: string;
  outcome?: 'confirmed' | 'objected' | 'unopposed' | 'withdrawn' | null;
  note?: string;
  ended_at?: Date | null;
};

export type SilentTermRow = {
  /** Days since the answer and since the asker's last word before it may be accepted for them. */
  quiet_days: number;
  /** Days in which the asker may object. */
  objection_days: number;
  /** What the best answer has at least: a vote counts 1, "this helped me too" 2, a steward's 3 more. */
  least_points: number;
  /** By how much it is ahead of the next. */
  least_lead: number;
  version: number;
  reason: string;
  changed_by: MemberId | null;
  changed_at: Date;
};

export type NewSilentTermRow = {
  quiet_days: number;
  objection_days: number;
  least_points: number;
  least_lead: number;
  version: number;
  reason: string;
  changed_by?: MemberId | null;
  changed_at: Date;
};

export type StaffNoteStrikeRow = {
  note_id: StaffNoteId;
  struck_by: MemberId;
  reason: string;
  struck_at: Date;
};

export type NewStaffNoteStrikeRow = {
  note_id: StaffNoteId;
  struck_by: MemberId;
  reason: string;
  struck_at: Date;
};

export type StaffNoteRow = {
  id: StaffNoteId;
  member_id: MemberId;
  author_id: MemberId;
  body: string;
  /** Names the sending, so that sending twice writes once. */
  request_key: string;
  written_at: Date;
};

export type NewStaffNoteRow = {
  member_id: MemberId;
  author_id: MemberId;
  body: string;
  request_key: string;
  written_at: Date;
};

export type StewardAuditRow = {
  audit_id: AuditId;
  topic_id: TopicId;
  mode: 'mixed' | 'community';
  opened_at: Date;
  /** When staff take it over. */
  due_at: Date;
  ended_at: Date | null;
  /** How it left the stewards. */
  outcome: 'opinion' | 'agreed' | 'disagreed' | 'fix' | 'unsure' | 'late' | 'decided' | 'cancelled' | 'flagged' | 'turned-back' | null;
};

export type NewStewardAuditRow = {
  audit_id: AuditId;
  topic_id: TopicId;
  mode: 'mixed' | 'community';
  opened_at: Date;
  due_at: Date;
  ended_at?: Date | null;
  outcome?: 'opinion' | 'agreed' | 'disagreed' | 'fix' | 'unsure' | 'late' | 'decided' | 'cancelled' | 'flagged' | 'turned-back' | null;
};

export type StewardReviewRow = {
  id: StewardReviewId;
  audit_id: AuditId;
  verdict_id: VerdictId;
  topic_id: TopicId;
  /** Drawn by lot, so that it counts in the figures; fails are looked at besides. */
  drawn: boolean;
  opened_at: Date;
  reviewer_id: MemberId | null;
  verdict: 'pass' | 'fix' | 'fail' | null;
  reason: 'wrong' | 'unsafe' | 'copied' | 'gaming' | null;
  note: string;
  reviewed_at: Date | null;
  overturned_by: MemberId | null;
  overturned_at: Date | null;
};

export type NewStewardReviewRow = {
  audit_id: AuditId;
  verdict_id: VerdictId;
  topic_id: TopicId;
  drawn: boolean;
  opened_at: Date;
  reviewer_id?: MemberId | null;
  verdict?: 'pass' | 'fix' | 'fail' | null;
  reason?: 'wrong' | 'unsafe' | 'copied' | 'gaming' | null;
  note?: string;
  reviewed_at?: Date | null;
  overturned_by?: MemberId | null;
  overturned_at?: Date | null;
};

export type StewardSignatureRow = {
  steward_id: StewardId;
  version: number;
  signed_as: string;
  signed_at: Date;
};

export type NewStewardSignatureRow = {
  steward_id: StewardId;
  version: number;
  signed_as: string;
  signed_at: Date;
};

export type StewardTopicRow = {
  steward_id: StewardId;
  topic_id: TopicId;
};

export type NewStewardTopicRow = {
  steward_id: StewardId;
  topic_id: TopicId;
};

export type StewardUndertakingRow = {
  version: number;
  body: string;
  changed_by: MemberId | null;
  changed_at: Date;
  reason: string;
};

export type NewStewardUndertakingRow = {
  version: number;
  body: string;
  changed_by?: MemberId | null;
  changed_at: Date;
  reason: string;
};

export type StewardRow = {
  id: StewardId;
  member_id: MemberId;
  state: 'invited' | 'serving' | 'declined' | 'resigned' | 'relieved';
  /** Why this member was invited; for staff. */
  reason: string;
  invited_by: MemberId;
  invited_at: Date;
  /** When staff look at the appointment again. */
  review_on: string;
  /** The latest version that they have signed. */
  undertaking_version: number | null;
  /** The name that was typed under the undertaking. */
  signed_as: string | null;
  answered_at: Date | null;
  ended_by: MemberId | null;
  ended_at: Date | null;
  end_reason: string;
};

export type NewStewardRow = {
  member_id: MemberId;
  state?: 'invited' | 'serving' | 'declined' | 'resigned' | 'relieved';
  reason: string;
  invited_by: MemberId;
  invited_at: Date;
  review_on: string;
  undertaking_version?: number | null;
  signed_as?: string | null;
  answered_at?: Date | null;
  ended_by?: MemberId | null;
  ended_at?: Date | null;
  end_reason?: string;
};

export type TopicModeRow = {
  topic_id: TopicId;
  mode: 'staff' | 'mixed' | 'community';
  /** Only double audits from then on count: what fell back starts from nought. */
  evidence_from: Date;
  /** A person turned it back, so that only a person turns it up again. */
  turned_back: boolean;
  changed_at: Date;
};

export type NewTopicModeRow = {
  topic_id: TopicId;
  mode?: 'staff' | 'mixed' | 'community';
  evidence_from: Date;
  turned_back?: boolean;
  changed_at: Date;
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
  correct: 'yes' | 'partly' | 'no' | null;
  complete: 'yes' | 'partly' | 'no' | null;
  safe: 'yes' | 'partly' | 'no' | null;
  clear: 'yes' | 'partly' | 'no' | null;
  original: 'yes' | 'partly' | 'no' | null;
  /** Stewards decide where two of them agree; moderator_id is then the second of the two. */
  decided_as: 'staff' | 'stewards';
  /** The fail that an appeal, or staff who looked at what stewards had decided, overturned, in whose place it stands. */
  replaces_id: VerdictId | null;
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
  correct?: 'yes' | 'partly' | 'no' | null;
  complete?: 'yes' | 'partly' | 'no' | null;
  safe?: 'yes' | 'partly' | 'no' | null;
  clear?: 'yes' | 'partly' | 'no' | null;
  original?: 'yes' | 'partly' | 'no' | null;
  decided_as?: 'staff' | 'stewards';
  replaces_id?: VerdictId | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    agreement_terms: Knex.CompositeTableType<AgreementTermRow, NewAgreementTermRow, Partial<NewAgreementTermRow>>;
    appeals: Knex.CompositeTableType<AppealRow, NewAppealRow, Partial<NewAppealRow>>;
    audit_causes: Knex.CompositeTableType<AuditCauseRow, NewAuditCauseRow, Partial<NewAuditCauseRow>>;
    audit_draws: Knex.CompositeTableType<AuditDrawRow, NewAuditDrawRow, Partial<NewAuditDrawRow>>;
    audit_opinions: Knex.CompositeTableType<AuditOpinionRow, NewAuditOpinionRow, Partial<NewAuditOpinionRow>>;
    audits: Knex.CompositeTableType<AuditRow, NewAuditRow, Partial<NewAuditRow>>;
    bulk_actions: Knex.CompositeTableType<BulkActionRow, NewBulkActionRow, Partial<NewBulkActionRow>>;
    bulk_entries: Knex.CompositeTableType<BulkEntryRow, NewBulkEntryRow, Partial<NewBulkEntryRow>>;
    desk_keys: Knex.CompositeTableType<DeskKeyRow, NewDeskKeyRow, Partial<NewDeskKeyRow>>;
    desk_settings: Knex.CompositeTableType<DeskSettingRow, NewDeskSettingRow, Partial<NewDeskSettingRow>>;
    double_audits: Knex.CompositeTableType<DoubleAuditRow, NewDoubleAuditRow, Partial<NewDoubleAuditRow>>;
    governance_settings: Knex.CompositeTableType<GovernanceSettingRow, NewGovernanceSettingRow, Partial<NewGovernanceSettingRow>>;
    governance_steps: Knex.CompositeTableType<GovernanceStepRow, NewGovernanceStepRow, Partial<NewGovernanceStepRow>>;
    known_items: Knex.CompositeTableType<KnownItemRow, NewKnownItemRow, Partial<NewKnownItemRow>>;
    known_showings: Knex.CompositeTableType<KnownShowingRow, NewKnownShowingRow, Partial<NewKnownShowingRow>>;
    moderation_acts: Knex.CompositeTableType<ModerationActRow, NewModerationActRow, Partial<NewModerationActRow>>;
    moderation_effects: Knex.CompositeTableType<ModerationEffectRow, NewModerationEffectRow, Partial<NewModerationEffectRow>>;
    moderation_log: Knex.CompositeTableType<ModerationLogRow, NewModerationLogRow, Partial<NewModerationLogRow>>;
    official_facts: Knex.CompositeTableType<OfficialFactRow, NewOfficialFactRow, Partial<NewOfficialFactRow>>;
    outdated_flags: Knex.CompositeTableType<OutdatedFlagRow, NewOutdatedFlagRow, Partial<NewOutdatedFlagRow>>;
    outdated_marks: Knex.CompositeTableType<OutdatedMarkRow, NewOutdatedMarkRow, Partial<NewOutdatedMarkRow>>;
    outdated_terms: Knex.CompositeTableType<OutdatedTermRow, NewOutdatedTermRow, Partial<NewOutdatedTermRow>>;
    queue_items: Knex.CompositeTableType<QueueItemRow, NewQueueItemRow, Partial<NewQueueItemRow>>;
    queue_kinds: Knex.CompositeTableType<QueueKindRow, NewQueueKindRow, Partial<NewQueueKindRow>>;
    queue_requests: Knex.CompositeTableType<QueueRequestRow, NewQueueRequestRow, Partial<NewQueueRequestRow>>;
    report_cases: Knex.CompositeTableType<ReportCaseRow, NewReportCaseRow, Partial<NewReportCaseRow>>;
    reports: Knex.CompositeTableType<ReportRow, NewReportRow, Partial<NewReportRow>>;
    sanction_ends: Knex.CompositeTableType<SanctionEndRow, NewSanctionEndRow, Partial<NewSanctionEndRow>>;
    sanction_texts: Knex.CompositeTableType<SanctionTextRow, NewSanctionTextRow, Partial<NewSanctionTextRow>>;
    sanctions: Knex.CompositeTableType<SanctionRow, NewSanctionRow, Partial<NewSanctionRow>>;
    silent_acceptances: Knex.CompositeTableType<SilentAcceptanceRow, NewSilentAcceptanceRow, Partial<NewSilentAcceptanceRow>>;
    silent_terms: Knex.CompositeTableType<SilentTermRow, NewSilentTermRow, Partial<NewSilentTermRow>>;
    staff_note_strikes: Knex.CompositeTableType<StaffNoteStrikeRow, NewStaffNoteStrikeRow, Partial<NewStaffNoteStrikeRow>>;
    staff_notes: Knex.CompositeTableType<StaffNoteRow, NewStaffNoteRow, Partial<NewStaffNoteRow>>;
    steward_audits: Knex.CompositeTableType<StewardAuditRow, NewStewardAuditRow, Partial<NewStewardAuditRow>>;
    steward_reviews: Knex.CompositeTableType<StewardReviewRow, NewStewardReviewRow, Partial<NewStewardReviewRow>>;
    steward_signatures: Knex.CompositeTableType<StewardSignatureRow, NewStewardSignatureRow, Partial<NewStewardSignatureRow>>;
    steward_topics: Knex.CompositeTableType<StewardTopicRow, NewStewardTopicRow, Partial<NewStewardTopicRow>>;
    steward_undertakings: Knex.CompositeTableType<StewardUndertakingRow, NewStewardUndertakingRow, Partial<NewStewardUndertakingRow>>;
    stewards: Knex.CompositeTableType<StewardRow, NewStewardRow, Partial<NewStewardRow>>;
    topic_modes: Knex.CompositeTableType<TopicModeRow, NewTopicModeRow, Partial<NewTopicModeRow>>;
    verdicts: Knex.CompositeTableType<VerdictRow, NewVerdictRow, Partial<NewVerdictRow>>;
  }
}
