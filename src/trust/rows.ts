// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AnswerId, CommentId, QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type NearCopyId = Branded<number, 'near_copy'>;
export type PersonalDataFindingId = Branded<number, 'personal_data_finding'>;

export type AnswerPrintRow = {
  answer_id: AnswerId;
  version: number;
  /** SHA-256 of its words in their order. */
  digest: string;
  /** Hashes of parts of its words: two answers that share most words share some of them. */
  bands: number[];
  /** When this version was published. */
  written_at: Date;
};

export type NewAnswerPrintRow = {
  answer_id: AnswerId;
  version: number;
  digest: string;
  bands: number[];
  written_at: Date;
};

export type NearCopyRow = {
  id: NearCopyId;
  answer_id: AnswerId;
  source_answer_id: AnswerId;
  kind: 'exact' | 'near';
  /** Whether the same member wrote both. */
  own: boolean;
  /** Percent of the answer's own words that stand in the source, three together. */
  similarity: number;
  /** The latest version of the answer in which it was found. */
  version: number;
  source_version: number;
  found_at: Date;
  /** When an edit took it out; null while it stands. */
  gone_at: Date | null;
};

export type NewNearCopyRow = {
  answer_id: AnswerId;
  source_answer_id: AnswerId;
  kind: 'exact' | 'near';
  own: boolean;
  similarity: number;
  version: number;
  source_version: number;
  found_at: Date;
  gone_at?: Date | null;
};

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
    answer_prints: Knex.CompositeTableType<AnswerPrintRow, NewAnswerPrintRow, Partial<NewAnswerPrintRow>>;
    near_copies: Knex.CompositeTableType<NearCopyRow, NewNearCopyRow, Partial<NewNearCopyRow>>;
    personal_data_findings: Knex.CompositeTableType<PersonalDataFindingRow, NewPersonalDataFindingRow, Partial<NewPersonalDataFindingRow>>;
  }
}
