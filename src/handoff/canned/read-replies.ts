import type { Knex } from 'knex';

import type { CaseReplyId, CaseReplyRow } from '../rows.ts';

/** A text that our team often sends. */
export type CannedReply = Pick<CaseReplyRow, 'id' | 'title' | 'body'>;

/** All of them, by title. */
export const readReplies = (db: Knex): Promise<CannedReply[]> =>
  db('case_replies')
    .where({ dropped_at: null })
    .orderByRaw('lower(title)')
    .limit(200)
    .select('id', 'title', 'body');

/** One of them; undefined where it is not there, or no longer. */
export const findReply = (db: Knex, id: CaseReplyId): Promise<CannedReply | undefined> =>
  db('case_replies').where({ id, dropped_at: null }).first('id', 'title', 'body');
