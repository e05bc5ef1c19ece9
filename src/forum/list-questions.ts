import type { Knex } from 'knex';

import type { MemberId } from '../members/rows.ts';
import { instantOf, parseCursor } from './cursors.ts';
import {
  LISTED_COLUMNS,
  LISTED_JOINS,
  listed,
  pageOf,
  type ListedColumns,
  type ListedQuestion,
  type Page,
} from './question-list.ts';
import type { TopicId } from './rows.ts';
import { visible } from './visible.ts';

/** Latest and following: by the last thing that happened. Open and solved: by when it was asked. */
export type QuestionTab = 'latest' | 'open' | 'solved' | 'following';

export type QuestionFilter = {
  tab: QuestionTab;
  topic?: TopicId | undefined;
  /** Whose follows the tab "following" shows; nobody's without. */
  viewer?: MemberId | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
  limit?: number | undefined;
};

/** A stretch of questions, the newest first. A cursor that is not ours is refused (404). */
export async function listQuestions(
  db: Knex,
  { tab, topic, viewer, after, limit = 20 }: QuestionFilter,
): Promise<Page<ListedQuestion>> {
  const { where, time } = TABS[tab];
  const cursor = after === undefined ? undefined : parseCursor(after);
  const { rows } = await db.raw<{ rows: ListedColumns[] }>(
    `${tab === 'following' ? followedSql(cursor !== undefined) : ''}
     select ${LISTED_COLUMNS}
       from questions q ${LISTED_JOINS}
      where ${visible.question} and ${where}
        ${topic === undefined ? '' : 'and q.topic_id = :topic'}
        ${cursor ? `and ${before(time)}` : ''}
      order by q.${time} desc, q.id desc
      limit :limit`,
    {
      ...{ topic: topic ?? null, viewer: viewer ?? null },
      ...{ time: instantOf(cursor), id: cursor?.id ?? null, limit: limit + 1 },
    },
  );
  return pageOf(listed(rows), limit, (question) => question[time].getTime());
}

/** Questions a member asked, the newest first. */
export async function listQuestionsBy(
  db: Knex,
  member: MemberId,
  { after, limit = 20 }: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<Page<ListedQuestion>> {
  const before = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: ListedColumns[] }>(
    `select ${LISTED_COLUMNS}
       from questions q ${LISTED_JOINS}
      where q.author_id = :member and ${visible.question}
        ${before === null ? '' : 'and q.id < :before'}
      order by q.id desc
      limit :limit`,
    { member, before, limit: limit + 1 },
  );
  return pageOf(listed(rows), limit, () => 0);
}

/** As far as `countOpen` counts; a page shows one less with a plus. */
export const OPEN_COUNT_CAP = 1_000;

/** How many questions still need an answer, counted no further than `OPEN_COUNT_CAP`. */
export async function countOpen(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: { open: number }[] }>(
    `select count(*)::int as open
       from (select from questions q
              where ${visible.question} and ${TABS.open.where}
              limit ?) as counted`,
    [OPEN_COUNT_CAP],
  );
  return rows[0]?.open ?? 0;
}

const before = (time: string) => `(q.${time}, q.id) < (:time, :id)`;

/** Followed questions, and as many of each followed topic as a page can show of it. */
const followedSql = (isLater: boolean) => `
  with followed as (
    select f.question_id as id from follows f where f.member_id = :viewer
    union
    select latest.id
      from topic_follows t
      cross join lateral (
        select q.id from questions q
         where q.topic_id = t.topic_id and ${visible.question}
           ${isLater ? `and ${before('last_activity_at')}` : ''}
         order by q.last_activity_at desc, q.id desc limit :limit) as latest
     where t.member_id = :viewer)`;

const TABS = {
  latest: { where: 'true', time: 'last_activity_at' },
  open: { where: "q.state = 'open'", time: 'asked_at' },
  solved: { where: "q.state = 'solved'", time: 'asked_at' },
  following: { where: 'q.id in (select id from followed)', time: 'last_activity_at' },
} as const;
