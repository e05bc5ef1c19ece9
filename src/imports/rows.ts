// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { AnswerId, QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';


export type ImportedPeopleRow = {
  site: string;
  /** The same for two posts of the dump exactly when the same person wrote them. */
  external_key: string;
  member_id: MemberId;
};

export type NewImportedPeopleRow = {
  site: string;
  external_key: string;
  member_id: MemberId;
};

export type ImportedPostRow = {
  site: string;
  /** The Id of the row in the dump. */
  external_id: number;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
};

export type NewImportedPostRow = {
  site: string;
  external_id: number;
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    imported_people: Knex.CompositeTableType<ImportedPeopleRow, NewImportedPeopleRow, Partial<NewImportedPeopleRow>>;
    imported_posts: Knex.CompositeTableType<ImportedPostRow, NewImportedPostRow, Partial<NewImportedPostRow>>;
  }
}
