import type { Knex } from 'knex';

import type { AcceptanceId } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Subject } from '../queue/items.ts';
import { readItems, type QueueItem } from '../queue/read-queue.ts';

/** An item as it would be decided now. */
export type Target = QueueItem & {
  /** Of the answer that is audited; 0 for other kinds. */
  version: number;
  acceptance_id: AcceptanceId | null;
  /** How many people judge it: with 2 one decision moves nothing. */
  opinions_wanted: number;
  /** Whether this moderator has a part in it. */
  is_barred: boolean;
};

/** Those of the subjects that still wait, in their order. */
export async function readTargets(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  { subjects, at }: { subjects: readonly Subject[]; at: Date },
): Promise<Target[]> {
  const items = await readItems(db, subjects, at);
  const audits = items.filter(({ kind }) => kind === 'audit').map(({ subject_id }) => subject_id);
  const { rows } = await db.raw<{ rows: AuditFacts[] }>(
    `select a.id, c.id as acceptance_id, n.version, a.opinions_wanted
       from audits a
       join acceptances c on c.id = a.acceptance_id
       join answers n on n.id = c.answer_id
      where a.id = any(?)`,
    [audits],
  );
  const facts = new Map(rows.map((row) => [row.id, row]));
  return items.map((item) => ({
    ...item,
    ...(item.kind === 'audit' ? (facts.get(item.subject_id) ?? NONE) : NONE),
    ...{ id: item.id, is_barred: item.barred.includes(id) },
  }));
}

type AuditFacts = Pick<Target, 'version' | 'acceptance_id' | 'opinions_wanted'> & { id: number };

const NONE = { version: 0, acceptance_id: null, opinions_wanted: 1 };
