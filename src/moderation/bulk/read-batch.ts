import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import { found } from '../../refusals.ts';
import type { BulkActionId, BulkActionRow, BulkEntryRow } from '../rows.ts';

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

/** The newest batches of a moderator. */
export const listBatches = (
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  limit: number,
): Promise<BulkActionRow[]> =>
  db('bulk_actions').where({ moderator_id: id }).orderBy('id', 'desc').limit(limit);
