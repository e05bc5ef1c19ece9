// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AnswerId } from '../forum/rows.ts';
import type { CaseMessageId } from '../handoff/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type CannedTextId = Branded<number, 'canned_text'>;

export type CannedTextRow = {
  id: CannedTextId;
  /** Where it goes: a note to an author, a private case, or an answer that everybody reads. */
  use: 'audit-note' | 'private-reply' | 'public-answer';
  title: string;
  /** With variables such as {name}, of which each use has its own. */
  body: string;
  changed_by: MemberId;
  changed_at: Date;
  dropped_at: Date | null;
  /** Its number while each use had a list of its own, by which the log of that time names it. */
  former_id: number | null;
};

export type NewCannedTextRow = {
  use: 'audit-note' | 'private-reply' | 'public-answer';
  title: string;
  body: string;
  changed_by: MemberId;
  changed_at: Date;
  dropped_at?: Date | null;
  former_id?: number | null;
};

export type CannedUseRow = {
  text_id: CannedTextId;
  answer_id: AnswerId | null;
  message_id: CaseMessageId | null;
  used_at: Date;
};

export type NewCannedUseRow = {
  text_id: CannedTextId;
  answer_id?: AnswerId | null;
  message_id?: CaseMessageId | null;
  used_at: Date;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    canned_texts: Knex.CompositeTableType<CannedTextRow, NewCannedTextRow, Partial<NewCannedTextRow>>;
    canned_uses: Knex.CompositeTableType<CannedUseRow, NewCannedUseRow, Partial<NewCannedUseRow>>;
  }
}
