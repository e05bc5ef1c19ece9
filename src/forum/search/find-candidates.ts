import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import type { QuestionId, TopicId } from '../rows.ts';
import { visible } from '../visible.ts';
import { blocksBelow } from './blocks.ts';

/** What a question must have to be found. */
export type Filters = {
  topic: TopicId | undefined;
  solved: boolean | undefined;
  /** Asked it, or wrote one of its answers. */
  user: MemberId | undefined;
  /** A tsquery; '' for nothing. */
  without: string;
};

export type Sought = Filters & {
  /** Tsqueries; '' where it is only filtered. Whatever fulfils `strict` fulfils `loose`. */
  strict: string;
  loose: string;
  /** No question with a higher number. */
  top: number;
};

export type Candidate = { id: QuestionId; topic: TopicId; rank: number };

/** How many questions, the newest that fit, are ranked. */
export const SEARCH_CAP = 300;

/** How many are looked at where the index alone cannot tell whether they fit. */
const LOOKED_AT = 1_000;

/**
 * The newest questions that fit, at most `SEARCH_CAP`, each with how well it says the words.
 *
 * The index is read block by block from the newest, until there are enough: what that costs does
 * not grow with the number of questions, however common the words are. What one member wrote is rare
 * in any block, so there the largest will do. Adding nothing to the number keeps PostgreSQL from
 * reading all questions backwards instead, where it thinks that many will fit.
 */
export async function findCandidates(db: Knex, sought: Sought): Promise<Candidate[]> {
  const { strict, loose, without, topic, solved, user, top } = sought;
  if (loose === '' && topic === undefined && user === undefined) return [];
  const isSure = strict === loose && without === '' && solved === undefined;
  const { rows } = await db.raw<{ rows: Candidate[] }>(candidates(sought), {
    ...{ blocks: blocksBelow(top, { few: user !== undefined }), top, strict, loose, without },
    tags: [
      ...(topic === undefined ? [] : [`t:${String(topic)}`]),
      ...(user === undefined ? [] : [`u:${String(user)}`]),
    ],
    ...{ topic: topic ?? null, cap: SEARCH_CAP, most: isSure ? SEARCH_CAP : LOOKED_AT },
  });
  return rows;
}

/** The best first, the newest of those that are as good. */
export const byRank = (one: Candidate, other: Candidate): number =>
  other.rank - one.rank || other.id - one.id;

const candidates = ({ strict, loose, without, topic, solved }: Sought) => `
  with looked as (
    select d.question_id, d.document
      from unnest(:blocks::text[]) with ordinality as b (tag, nth)
     cross join lateral (
           select s.question_id, s.document
             from search_documents s
            where s.tags @> (array[b.tag] || :tags::text[]) and s.question_id <= :top
              ${loose === '' ? '' : 'and s.document @@ :loose::tsquery'}
            order by s.question_id + 0 desc
            limit :most) d
     order by b.nth, d.question_id desc
     limit :most),
  fitting as (
    select q.id, q.topic_id, l.document
      from looked l
      join questions q on q.id = l.question_id
     where ${visible.question}
       ${topic === undefined ? '' : 'and q.topic_id = :topic'}
       ${solved === undefined ? '' : `and (q.state <> 'open') = ${String(solved)}`}
       ${strict === loose ? '' : 'and l.document @@ :strict::tsquery'}
       ${without === '' ? '' : 'and not l.document @@ :without::tsquery'}
     order by q.id desc
     limit :cap)
  select id, topic_id as topic,
         ${loose === '' ? '0::float8' : RANK} as rank
    from fitting
   order by id desc`;

const RANK = `ts_rank_cd('{0.1, 0.2, 0.5, 1}', document, :strict::tsquery, 1)::float8`;
