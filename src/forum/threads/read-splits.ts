import type { Knex } from 'knex';

import type { AnswerId, CommentId, QuestionId, QuestionRow } from '../rows.ts';

type Addressed = Pick<QuestionRow, 'id' | 'slug' | 'title'>;

/** A post that stood in a thread until it was split off, and who wrote it. */
export type GonePost =
  | { kind: 'answer'; id: AnswerId; author: string }
  | { kind: 'comment'; id: CommentId; author: string };

/** What was split off from a thread and stands on its own now. */
export type SplitOff = Addressed & { at: Date; posts: GonePost[] };

/** What came out of a question, the earliest first, and the one that it came out of itself. */
export type Splits = { off: SplitOff[]; from: (Addressed & { at: Date }) | undefined };

type Row = Addressed & { at: Date; posts: GonePost[] | null };

/** The splits of a question that stand, in one query; none of questions that are removed. */
export async function readSplits(db: Knex, id: QuestionId): Promise<Splits> {
  const { rows } = await db.raw<{ rows: Row[] }>(SPLITS, { id });
  return {
    off: rows.flatMap(({ posts, ...split }) => (posts ? [{ ...split, posts }] : [])),
    from: rows.find(({ posts }) => posts === null),
  };
}

/** What went is told only where it went from. */
const SPLITS = `
  select q.id, q.slug, q.title, s.split_at as at,
         case when s.from_id = :id then (
           select json_agg(json_build_object('kind', p.kind, 'id', p.id, 'author', m.name)
                           order by p.nth, p.id)
             from (select 'answer' as kind, a.id, a.author_id, a.id <> s.opening_answer_id as nth
                     from answers a
                    where a.id = s.opening_answer_id or a.id = any(s.answer_ids)
                    union all
                   select 'comment', c.id, c.author_id, c.id is distinct from s.opening_comment_id
                     from comments c
                    where c.id = s.opening_comment_id or c.id in (
                          select comment_id from question_split_comments where split_id = s.id)
                  ) p join members m on m.id = p.author_id) end as posts
    from question_splits s
    join questions q on q.id = case when s.to_id = :id then s.from_id else s.to_id end
   where (s.from_id = :id or s.to_id = :id) and s.undone_at is null and q.removed_at is null
   order by s.id`;
