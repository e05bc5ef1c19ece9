// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AnswerId, QuestionId, TopicId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type CaseEventId = Branded<number, 'case_event'>;
export type CaseMessageId = Branded<number, 'case_message'>;
export type CaseNoteId = Branded<number, 'case_note'>;
export type CaseId = Branded<number, 'case'>;

export type CaseEventRow = {
  id: CaseEventId;
  case_id: CaseId;
  act: 'opened' | 'assigned' | 'released' | 'handed-over' | 'closed' | 'reopened' | 'redacted';
  actor_id: MemberId;
  to_id: MemberId | null;
  /** For our team alone. */
  note: string;
  happened_at: Date;
};

export type NewCaseEventRow = {
  case_id: CaseId;
  act: 'opened' | 'assigned' | 'released' | 'handed-over' | 'closed' | 'reopened' | 'redacted';
  actor_id: MemberId;
  to_id?: MemberId | null;
  note?: string;
  happened_at: Date;
};

export type CaseMessageRow = {
  id: CaseMessageId;
  case_id: CaseId;
  author_id: MemberId;
  by_staff: boolean;
  body: string;
  body_html: string;
  /** Names the sending, so that sending twice sends once. */
  request_key: string;
  sent_at: Date;
  /** When an admin took out what it said. */
  redacted_at: Date | null;
  redacted_by: MemberId | null;
  redaction_reason: string | null;
};

export type NewCaseMessageRow = {
  case_id: CaseId;
  author_id: MemberId;
  by_staff: boolean;
  body: string;
  body_html: string;
  request_key: string;
  sent_at: Date;
  redacted_at?: Date | null;
  redacted_by?: MemberId | null;
  redaction_reason?: string | null;
};

export type CaseNoteRow = {
  id: CaseNoteId;
  case_id: CaseId;
  author_id: MemberId;
  body: string;
  request_key: string;
  written_at: Date;
};

export type NewCaseNoteRow = {
  case_id: CaseId;
  author_id: MemberId;
  body: string;
  request_key: string;
  written_at: Date;
};

export type CasePromiseRow = {
  version: number;
  /** Working minutes until our first reply. */
  first_reply_minutes: number;
  /** Working minutes until each reply after that. */
  later_reply_minutes: number;
  /** When a working day begins where the operator is, in minutes after midnight. */
  opens_minute: number;
  closes_minute: number;
  /** The working days, Monday as 1 to Sunday as 7. */
  weekdays: number[];
  /** How long a reply opens a closed conversation again. */
  reopen_days: number;
  reason: string;
  changed_by: MemberId | null;
  changed_at: Date;
};

export type NewCasePromiseRow = {
  version: number;
  first_reply_minutes: number;
  later_reply_minutes: number;
  opens_minute: number;
  closes_minute: number;
  weekdays: number[];
  reopen_days: number;
  reason: string;
  changed_by?: MemberId | null;
  changed_at: Date;
};

export type CaseRow = {
  id: CaseId;
  /** With whom it is. */
  member_id: MemberId;
  /** The ask form, what the check for personal data turned away, or a moderator at the desk. */
  origin: 'asked' | 'turned-away' | 'desk';
  /** What it is about, in a line. */
  subject: string;
  topic_id: TopicId | null;
  /** The public thread that it came from. */
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  state: 'waiting-for-staff' | 'waiting-for-member' | 'closed';
  assigned_to: MemberId | null;
  opened_by: MemberId;
  opened_at: Date;
  /** When something last happened in it. */
  moved_at: Date;
  /** Since when it waits for whom it waits, or is closed. */
  waiting_since: Date;
  /** By when we said that we reply. */
  due_at: Date | null;
  /** Null until somebody has written; until then the member does not see it. */
  last_message_at: Date | null;
  first_replied_at: Date | null;
  closed_at: Date | null;
  closed_by: MemberId | null;
  /** What was told to everybody when it closed. */
  summary_question_id: QuestionId | null;
};

export type NewCaseRow = {
  member_id: MemberId;
  origin: 'asked' | 'turned-away' | 'desk';
  subject: string;
  topic_id?: TopicId | null;
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  state?: 'waiting-for-staff' | 'waiting-for-member' | 'closed';
  assigned_to?: MemberId | null;
  opened_by: MemberId;
  opened_at: Date;
  moved_at: Date;
  waiting_since: Date;
  due_at?: Date | null;
  last_message_at?: Date | null;
  first_replied_at?: Date | null;
  closed_at?: Date | null;
  closed_by?: MemberId | null;
  summary_question_id?: QuestionId | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    case_events: Knex.CompositeTableType<CaseEventRow, NewCaseEventRow, Partial<NewCaseEventRow>>;
    case_messages: Knex.CompositeTableType<CaseMessageRow, NewCaseMessageRow, Partial<NewCaseMessageRow>>;
    case_notes: Knex.CompositeTableType<CaseNoteRow, NewCaseNoteRow, Partial<NewCaseNoteRow>>;
    case_promises: Knex.CompositeTableType<CasePromiseRow, NewCasePromiseRow, Partial<NewCasePromiseRow>>;
    cases: Knex.CompositeTableType<CaseRow, NewCaseRow, Partial<NewCaseRow>>;
  }
}
