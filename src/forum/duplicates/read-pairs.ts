import type { Knex } from 'knex';

import { parseCursor } from '../cursors.ts';
import { pageOf, type Page } from '../question-list.ts';
import type { LikelyDuplicateId, LikelyDuplicateRow, QuestionRow } from '../rows.ts';
import { visible } from '../visible.ts';

/** One of two questions that may ask the same. */
export type Paired = Pick<
  QuestionRow,
  'id' | 'slug' | 'title' | 'state' | 'asked_at' | 'answer_count'
> & { topic: string };

/** Two questions that may ask the same, with who says so and who says that they do not. */
export type LikelyPair = Pick<LikelyDuplicateRow, 'id' | 'percent' | 'set_apart_at'> & {
  older: Paired;
  newer: Paired;
  /** Names of members, the first first. */
  suggestedBy: string[];
  setApartBy: string | null;
};

type Listing = {
  /** Those that a moderator has set apart, rather than those that wait for one. */
  apart: boolean;
  after?: string | undefined;
  limit?: number;
};

/** Pairs of which readers can see both, those that were noted last first. */
export async function listPairs(
  db: Knex,
  { apart, after, limit = 20 }: Listing,
): Promise<Page<LikelyPair>> {
  const past = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: Columns[] }>(PAIRS(apart), { past, limit: limit + 1 });
  return pageOf(rows.map(pairFrom), limit, ({ id }) => id);
}

/** More than this are not counted; one more stands for any number beyond. */
export const PAIRS_COUNTED = 99;

/** How many pairs wait for a moderator. */
export async function countPairs(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: [{ count: number }] }>(
    `select count(*)::int as count from (
       select 1 from likely_duplicates p ${BOTH} where p.set_apart_at is null limit ?) as waiting`,
    [PAIRS_COUNTED + 1],
  );
  return rows[0].count;
}

type Told = Omit<Paired, 'asked_at'> & { asked_at: string };
type Columns = Omit<LikelyPair, 'older' | 'newer'> & {
  id: LikelyDuplicateId;
  older: Told;
  newer: Told;
};

const pairFrom = ({ older, newer, ...pair }: Columns): LikelyPair => ({
  ...{ ...pair, older: pairedFrom(older), newer: pairedFrom(newer) },
});

const pairedFrom = (told: Told): Paired => ({ ...told, asked_at: new Date(told.asked_at) });

const one = (name: 'older' | 'newer') => `
  join lateral (
       select json_build_object('id', q.id, 'slug', q.slug, 'title', q.title, 'state', q.state,
                'asked_at', q.asked_at, 'answer_count', q.answer_count, 'topic', t.name) as told
         from questions q join topics t on t.id = q.topic_id
        where q.id = p.${name}_id and ${visible.question}) ${name} on true`;

const BOTH = one('older') + one('newer');

const PAIRS = (apart: boolean) => `
  select p.id, p.percent, p.set_apart_at, older.told as older, newer.told as newer,
         who.name as "setApartBy",
         array(select m.name from duplicate_suggestions s join members m on m.id = s.member_id
                where s.pair_id = p.id order by s.suggested_at, m.id) as "suggestedBy"
    from likely_duplicates p ${BOTH}
    left join members who on who.id = p.set_apart_by
   where p.set_apart_at is ${apart ? 'not null' : 'null'}
     and (:past::int is null or p.id < :past)
   order by p.id desc limit :limit`;
