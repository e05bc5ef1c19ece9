// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AnswerId, CommentId, QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type PersonalDataFindingId = Branded<number, 'personal_data_finding'>;

export type PersonalDataFindingRow = {
  id: PersonalDataFindingId;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  comment_id: CommentId | null;
  kind: 'phone' | 'email' | 'imei' | 'iccid' | 'puk' | 'pac' | 'card' | 'address';
  /** SHA-256 of the kind and the bare characters: it tells one finding from another. */
  fingerprint: string;
  mask: string;
  /** The latest version in which it was found; 1 for a comment. */
  version: number;
  /** Whether whoever wrote it says that it is not personal. */
  disputed: boolean;
  state: 'waiting' | 'masked' | 'shown';
  found_at: Date;
  /** Null where the author has taken it out before anybody decided. */
  decided_by: MemberId | null;
  decided_at: Date | null;
  reason: string;
};

export type NewPersonalDataFindingRow = {
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  comment_id?: CommentId | null;
  kind: 'phone' | 'email' | 'imei' | 'iccid' | 'puk' | 'pac' | 'card' | 'address';
  fingerprint: string;
  mask: string;
  version: number;
  disputed?: boolean;
  state?: 'waiting' | 'masked' | 'shown';
  found_at: Date;
  decided_by?: MemberId | null;
  decided_at?: Date | null;
  reason?: string;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    personal_data_findings: Knex.CompositeTableType<PersonalDataFindingRow, NewPersonalDataFindingRow, Partial<NewPersonalDataFindingRow>>;
  }
}
