import type { Knex } from 'knex';

/** How many posts are in a batch at most. */
const BATCH = 500;

/** The ids of all posts of a kind, the oldest first, a batch at a time; also of what is removed. */
export async function* postBatches(
  db: Knex,
  kind: 'question' | 'answer' | 'comment',
): AsyncGenerator<number[]> {
  for (let after = 0; ;) {
    const { rows } = await db.raw<{ rows: { id: number }[] }>(
      'select id from ?? where id > ? order by id limit ?',
      [`${kind}s`, after, BATCH],
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    yield ids;
    after = ids.at(-1) ?? after;
  }
}
