// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AnswerId, QuestionId } from '../forum/rows.ts';
import type { CaseId } from '../handoff/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type MailReplyId = Branded<number, 'mail_reply'>;

export type MailReplyRow = {
  id: MailReplyId;
  /** Names the message and the address it came to, so that delivering it twice posts it once. */
  message_key: string;
  member_id: MemberId;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  case_id: CaseId | null;
  became: 'comment' | 'held' | 'message' | 'dropped' | 'refused';
  /** Why nothing was made of it. */
  why: string | null;
  /** Whether its member was mailed about it. */
  told: boolean;
  received_at: Date;
};

export type NewMailReplyRow = {
  message_key: string;
  member_id: MemberId;
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  case_id?: CaseId | null;
  became: 'comment' | 'held' | 'message' | 'dropped' | 'refused';
  why?: string | null;
  told?: boolean;
  received_at: Date;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    mail_replies: Knex.CompositeTableType<MailReplyRow, NewMailReplyRow, Partial<NewMailReplyRow>>;
  }
}
