import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import { found } from '../../refusals.ts';
import type { BulkActionId, BulkActionRow, BulkEntryRow } from '../rows.ts';
import { BULK_UNDO } from './undo-batch.ts';

export type Batch = BulkActionRow & { moderator: string; entries: BatchEntry[] };

/** What came of one item, with the title of its question. */
export type BatchEntry = BulkEntryRow & { title: string | null };

/** A batch with what came of each item; 404 if there is none. */
export async function readBatch(db: Knex, id: BulkActionId): Promise<Batch> {
  const { rows } = await db.raw<{ rows: (BulkActionRow & { moderator: string })[] }>(
    `select b.*, m.name as moderator from bulk_actions b join members m on m.id = b.moderator_id
      where b.id = ?`,
    [id],
  );
  const batch = found(rows[0], 'bulk action');
  const { rows: entries } = await db.raw<{ rows: BatchEntry[] }>(
    `select e.*, q.title
       from bulk_entries e
       join lateral (
         select question_id from queue_items i
          where i.kind = e.kind and i.subject_id = e.subject_id
          order by i.id desc limit 1) as i on true
       left join questions q on q.id = i.question_id
      where e.batch_id = ?
      order by e.refusal is not null, e.kind, e.subject_id`,
    [id],
  );
  return { ...batch, entries };
}

/** What a moderator did to several at once and may still undo, the newest first. */
export const listUndoable = (
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
): Promise<BulkActionRow[]> =>
  db('bulk_actions')
    .where({ moderator_id: id, undone_at: null })
    .where('made_at', '>=', new Date(at.getTime() - BULK_UNDO))
    .orderBy('id', 'desc')
    .limit(MOST_LISTED);

/** Somebody who did more than these in a day finds the others in the log. */
const MOST_LISTED = 10;
