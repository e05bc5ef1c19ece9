import type { Knex } from 'knex';

import { found } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import type { QuestionId, QuestionRow } from '../rows.ts';
import { visible } from '../visible.ts';

/**
 * Counts that a question answered somebody who was about to ask, on this day and nothing else of
 * them; refuses one that readers cannot see (404).
 */
export async function countFound(
  { trx, at, operator }: Work,
  { question: id }: { question: QuestionId },
): Promise<Pick<QuestionRow, 'id' | 'slug'>> {
  const question = found(await findShown(trx, id), 'question');
  await trx.raw(
    `insert into found_answers as f (question_id, found_on, times)
     values (?, (?::timestamptz at time zone ?)::date, 1)
         on conflict (question_id, found_on) do update set times = f.times + 1`,
    [id, at, operator.timeZone],
  );
  return question;
}

type Shown = Pick<QuestionRow, 'id' | 'slug' | 'title'>;

/** A question as a link names it, if readers can see it. */
export async function findShown(db: Knex, id: QuestionId): Promise<Shown | undefined> {
  const { rows } = await db.raw<{ rows: Shown[] }>(
    `select q.id, q.slug, q.title from questions q where q.id = ? and ${visible.question}`,
    [id],
  );
  return rows[0];
}
