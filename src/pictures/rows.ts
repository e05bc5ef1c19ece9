// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AnswerId, CommentId, QuestionId } from '../forum/rows.ts';
import type { CaseMessageId } from '../handoff/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type PictureId = Branded<number, 'picture'>;

export type PictureUseRow = {
  picture_id: PictureId;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  comment_id: CommentId | null;
  case_message_id: CaseMessageId | null;
};

export type NewPictureUseRow = {
  picture_id: PictureId;
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  comment_id?: CommentId | null;
  case_message_id?: CaseMessageId | null;
};

export type PictureRow = {
  id: PictureId;
  /** Its address, with its width and height in pixels. */
  name: string;
  uploader_id: MemberId;
  /** WebP without metadata. */
  bytes: Buffer;
  uploaded_at: Date;
  /** Since when nothing that stands uses it; null while something does. */
  unused_since: Date | null;
};

export type NewPictureRow = {
  name: string;
  uploader_id: MemberId;
  bytes: Buffer;
  uploaded_at: Date;
  unused_since?: Date | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    picture_uses: Knex.CompositeTableType<PictureUseRow, NewPictureUseRow, Partial<NewPictureUseRow>>;
    pictures: Knex.CompositeTableType<PictureRow, NewPictureRow, Partial<NewPictureRow>>;
  }
}
