import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import type { QueueItemRow } from '../rows.ts';
import type { Subject } from './items.ts';
import { type Place, SCORE, waitingSql } from './waiting-sql.ts';

/** One thing that waits, with what a line of a list says of it. */
export type QueueItem = Omit<QueueItemRow, 'state' | 'settled_at'> & {
  /** Risk × age in milliseconds, at the instant of reading. */
  score: number;
  /** Of the question it hangs on, as readers see it; null where it hangs on none. */
  title: string | null;
  topic: string | null;
  /** Whom it is about. */
  member: string | null;
  /** Who reads it just now. */
  holder: string | null;
};

/** Which part of the queue is asked for, and as it stood when. */
export type Asked = {
  at: Date;
  limit: number;
  /** Only what is of this kind. */
  kind?: QueueItemRow['kind'] | undefined;
  /** Only what comes after this place, or before it. */
  after?: Place | undefined;
  before?: Place | undefined;
};

/**
 * What waits for this moderator, by risk × age: neither barred to them nor read by a colleague.
 * The first come first; before a place, the nearest to it. Costs the same however much waits.
 */
export async function readQueue(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  asked: Asked,
): Promise<QueueItem[]> {
  const { sql, values, inOrder } = waitingSql(asked);
  const ordered = `${withWords(sql)} order by ${inOrder('w')}`;
  const { rows } = await db.raw<{ rows: QueueItem[] }>(ordered, { ...values, me: id });
  return rows;
}

/** What colleagues of this moderator read just now, the claims that end first at the top. */
export async function readTaken(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
): Promise<QueueItem[]> {
  const taken = `
    select i.*, ${SCORE} as score from queue_items i
     where i.claimed_by is not null and i.claimed_until > :at and i.claimed_by <> :me
       and i.only_for is null
     order by i.claimed_until, i.id limit 20`;
  const { rows } = await db.raw<{ rows: QueueItem[] }>(
    `${withWords(taken)} order by w.claimed_until`,
    {
      ...{ at, me: id },
    },
  );
  return rows;
}

/** What colleagues have asked of this moderator, the riskiest and oldest first; at most twenty. */
export async function readAssigned(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
): Promise<QueueItem[]> {
  const assigned = `
    select i.*, ${SCORE} as score from queue_items i
     where i.state = 'waiting' and i.assigned_to = :me and not i.barred @> array[:me::int]
       and (i.claimed_by is null or i.claimed_by = :me or i.claimed_until <= :at)
     order by score desc, i.id limit 20`;
  const ordered = `${withWords(assigned)} order by w.score desc, w.id`;
  const { rows } = await db.raw<{ rows: QueueItem[] }>(ordered, { at, me: id });
  return rows;
}

/** What waits of this subject, whoever reads it; undefined where nothing does. */
export async function findItem(
  db: Knex,
  { kind, subject_id }: Subject,
  at: Date,
): Promise<QueueItem | undefined> {
  const one = `
    select i.*, ${SCORE} as score from queue_items i
     where i.state = 'waiting' and i.kind = :kind and i.subject_id = :subject_id`;
  const values = { kind, subject_id, at };
  const { rows } = await db.raw<{ rows: QueueItem[] }>(withWords(one), values);
  return rows[0];
}

/** Those of the subjects that wait, in their order, whoever reads them. */
export async function readItems(
  db: Knex,
  subjects: readonly Subject[],
  at: Date,
): Promise<QueueItem[]> {
  const some = `
    select i.*, ${SCORE} as score, s.place
      from unnest(cast(:kinds as text[]), cast(:ids as int[])) with ordinality as s (kind, subject_id, place)
      join queue_items i on i.kind = s.kind and i.subject_id = s.subject_id and i.state = 'waiting'`;
  const values = {
    kinds: subjects.map(({ kind }) => kind),
    ids: subjects.map(({ subject_id }) => subject_id),
  };
  const ordered = `${withWords(some)} order by w.place`;
  const { rows } = await db.raw<{ rows: QueueItem[] }>(ordered, { ...values, at });
  return rows;
}

/** Beyond this many nobody counts. */
export const COUNTED = 1_000;

/** How many wait for this moderator; one more than `COUNTED` stands for any number beyond. */
export async function countQueue(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
  kind?: QueueItemRow['kind'],
): Promise<number> {
  const { rows } = await db.raw<{ rows: [{ count: number }] }>(
    `select count(*)::int as count
       from (select from queue_items i
              where i.state = 'waiting' ${kind === undefined ? '' : 'and i.kind = :kind'}
                and not i.barred @> array[:me::int] and i.asked_by is distinct from :me
                and (i.only_for is null or i.only_for = :me)
                and (i.claimed_by is null or i.claimed_by = :me or i.claimed_until <= :at)
              limit :most) as waiting`,
    { me: id, at, most: COUNTED + 1, ...(kind !== undefined && { kind }) },
  );
  return rows[0].count;
}

/** Rows of the queue with the words that belong to them, in any order. */
const withWords = (rows: string) => `
  select w.*, q.title, t.name as topic, m.name as member,
         case when w.claimed_until > :at then h.name end as holder
    from (${rows}) as w
    left join questions q on q.id = w.question_id
    left join topics t on t.id = q.topic_id
    left join members m on m.id = w.member_id
    left join members h on h.id = w.claimed_by`;
