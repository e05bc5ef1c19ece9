import type { Knex } from 'knex';

import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import type { OutdatedMarkRow } from '../rows.ts';

/** What is said of an answer: since when readers are told, and by how many it is said without that. */
export type Outdated = {
  because: OutdatedMarkRow['because'] | null;
  marked_at: Date | null;
  /** Members who say so, while it is not decided. */
  flags: number;
};

/** The answers to a question that are said to be out of date, or were marked so. */
export async function readOutdated(
  db: Knex,
  question: QuestionId,
): Promise<ReadonlyMap<AnswerId, Outdated>> {
  const { rows } = await db.raw<{ rows: (Outdated & { answer_id: AnswerId })[] }>(
    `select a.id as answer_id, o.because, o.marked_at,
            (select count(*)::int from outdated_flags f
              where f.answer_id = a.id and f.settled_at is null) as flags
       from answers a
       left join outdated_marks o on o.answer_id = a.id and o.ended_at is null
      where a.question_id = ?
        and (o.id is not null or exists (select from outdated_flags f
                                          where f.answer_id = a.id and f.settled_at is null))`,
    [question],
  );
  return new Map(rows.map(({ answer_id, ...outdated }) => [answer_id, outdated]));
}
