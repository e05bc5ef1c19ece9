import type { Knex } from 'knex';

import type { QuestionId, TopicRow } from './rows.ts';
import { indexable } from './thin.ts';
import { visible } from './visible.ts';

/** A stretch of questions by their ids, so that a question never moves from one to another. */
export type Chunk = { chunk: number; changed_at: Date };

export type IndexableQuestion = { id: QuestionId; slug: string; changed_at: Date };

export type TopicChange = Pick<TopicRow, 'slug' | 'question_count'> & { changed_at: Date | null };

/** How many ids a chunk spans: a sitemap may list 50,000 addresses. */
export const CHUNK = 20_000;

/** The chunks that hold a question for search engines, from 1 on, each with its last change. */
export async function listChunks(db: Knex, only: number | null = null): Promise<Chunk[]> {
  const { rows } = await db.raw<{ rows: Chunk[] }>(
    `select n.chunk, latest.changed_at
       from generate_series(1, (select (max(id) - 1) / ${String(CHUNK)} + 1 from questions)) n(chunk)
      cross join lateral (
        select greatest(q.last_activity_at, q.edited_at) as changed_at
          from questions q
         where (q.id - 1) / ${String(CHUNK)} = n.chunk - 1 and ${indexable}
         order by greatest(q.last_activity_at, q.edited_at) desc
         limit 1) latest
      where n.chunk = coalesce(?::int, n.chunk)
      order by n.chunk`,
    [only],
  );
  return rows;
}

/** The questions of a chunk for search engines, by their ids, some at a time. */
export async function* eachIndexable(
  db: Knex,
  chunk: number,
): AsyncGenerator<IndexableQuestion[], void> {
  const end = chunk * CHUNK;
  for (let after = end - CHUNK; after < end;) {
    const { rows } = await db.raw<{ rows: IndexableQuestion[] }>(
      `select q.id, q.slug, greatest(q.last_activity_at, q.edited_at) as changed_at
         from questions q
        where q.id > ? and q.id <= ? and ${indexable}
        order by q.id
        limit ${String(AT_A_TIME)}`,
      [after, end],
    );
    if (rows.length > 0) yield rows;
    after = rows.length < AT_A_TIME ? end : (rows.at(-1)?.id ?? end);
  }
}

const AT_A_TIME = 1_000;

/** The topics that can be asked in, each with the last thing that happened in it. */
export async function listTopicChanges(db: Knex): Promise<TopicChange[]> {
  const { rows } = await db.raw<{ rows: TopicChange[] }>(
    `select t.slug, t.question_count,
            (select q.last_activity_at from questions q
              where q.topic_id = t.id and ${visible.question}
              order by q.last_activity_at desc limit 1) as changed_at
       from topics t
      where t.archived_at is null
      order by t.position, t.id`,
  );
  return rows;
}
