import type { Knex } from 'knex';

import { withAuthor } from '../authors.ts';
import { parseCursor, type Cursor } from '../cursors.ts';
import {
  LISTED_COLUMNS,
  LISTED_JOINS,
  pageOf,
  type ListedColumns,
  type ListedQuestion,
  type Page,
} from '../question-list.ts';
import type { TopicId } from '../rows.ts';
import { STAGE, UNANSWERED, type WaitStage } from './unanswered.ts';

/** A question that nobody has answered, and how far its wait has come. */
export type UnansweredQuestion = ListedQuestion & {
  stage: WaitStage;
  /** Since when those who are asked know of it; null while nobody is. */
  stageSince: Date | null;
};

export type UnansweredFilter = {
  /** Topics whose questions come first: those that the reader knows. */
  known: readonly TopicId[];
  topic?: TopicId | undefined;
  stage?: WaitStage | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
  limit?: number | undefined;
};

/**
 * A stretch of the questions that nobody has answered: those in known topics first, and of each the
 * longest waiting. A cursor that is not ours is refused (404).
 */
export async function listUnanswered(
  db: Knex,
  { known, topic, stage, after, limit = 20 }: UnansweredFilter,
): Promise<Page<UnansweredQuestion>> {
  const cursor = after === undefined ? undefined : parseCursor(after);
  const where = [
    ...(topic === undefined ? [] : ['q.topic_id = :topic']),
    ...(stage === undefined ? [] : [`${STAGE} = :stage`]),
  ];
  const { rows } = await db.raw<{ rows: Columns[] }>(
    `with waiting as (${PLACES.map((place) => stretchSql(place, where, cursor)).join(' union all ')})
     select p.place, ${STAGE} as stage, coalesce(w.staff_at, w.experts_at) as stage_since,
            ${LISTED_COLUMNS}
       from waiting p
       join questions q on q.id = p.id ${LISTED_JOINS} ${WAIT}
      order by p.place, q.asked_at, q.id
      limit :limit`,
    {
      ...{ known: [...known], topic: topic ?? null, stage: stage ?? null, limit: limit + 1 },
      ...(cursor && { time: new Date(Math.trunc(Math.abs(cursor.key))), id: cursor.id }),
    },
  );
  const page = pageOf(rows, limit, keyOf);
  return { ...page, rows: page.rows.map(unanswered) };
}

type Columns = ListedColumns & { place: Place; stage: WaitStage; stage_since: Date | null };

/** In a topic that the reader knows, or not. */
const PLACES = [0, 1] as const;
type Place = (typeof PLACES)[number];

/** The instant, below nought where the topic is known: no question was asked before 1970. */
const keyOf = ({ place, asked_at }: Columns) => (place === 0 ? -1 : 1) * asked_at.getTime();

/** Each stretch in the order of its index, so that it costs the same however much waits. */
function stretchSql(place: Place, where: readonly string[], cursor: Cursor | undefined): string {
  const known = 'q.topic_id = any(cast(:known as int[]))';
  const here = cursor && (cursor.key < 0 ? 0 : 1);
  const later =
    here === undefined || place > here
      ? []
      : [place < here ? 'false' : '(q.asked_at, q.id) > (:time, :id)'];
  const conditions = [UNANSWERED, place === 0 ? known : `not ${known}`, ...where, ...later];
  return `(select ${String(place)} as place, q.id
             from questions q ${WAIT}
            where ${conditions.join(' and ')}
            order by q.asked_at, q.id limit :limit)`;
}

const WAIT = `
  left join question_waits w on w.question_id = q.id and w.ended_at is null`;

function unanswered({ place: _, stage, stage_since: stageSince, ...row }: Columns) {
  return { ...withAuthor(row), stage, stageSince };
}
