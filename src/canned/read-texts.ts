import type { Knex } from 'knex';

import type { CannedTextId, CannedTextRow } from './rows.ts';
import type { CannedUse } from './uses.ts';

/** A text that our team often sends. */
export type CannedText = Pick<CannedTextRow, 'id' | 'title' | 'body'>;

/** Those of one use, by title. */
export const listTexts = (db: Knex, use: CannedUse): Promise<CannedText[]> =>
  db('canned_texts')
    .where({ use, dropped_at: null })
    .orderByRaw('lower(title)')
    .limit(200)
    .select('id', 'title', 'body');

/** One of them; undefined where it is not there, or no longer. */
export const findText = (
  db: Knex,
  use: CannedUse,
  id: CannedTextId,
): Promise<CannedText | undefined> =>
  db('canned_texts').where({ id, use, dropped_at: null }).first('id', 'title', 'body');
