import type { Knex } from 'knex';

import type { MemberRow } from '../members/rows.ts';
import { AUTHOR_COLUMNS, withAuthor, type AuthorColumns } from './authors.ts';
import type { AnswerRow, CommentRow, QuestionId, QuestionRow, TopicRow } from './rows.ts';
import type {
  MergedQuestion,
  ThreadAcceptance,
  ThreadAnswer,
  ThreadComment,
  ThreadQuestion,
  Tombstone,
} from './thread.ts';
import type { Summary } from './summarise-question.ts';
import { visible } from './visible.ts';

export type Viewer = MemberRow | undefined;

/** An answer as far as one row goes. */
export type BareAnswer = Omit<ThreadAnswer, 'comments' | 'acceptances' | 'accepted_by_others'>;

/** The question of a thread, as far as one row goes. */
export async function readThreadQuestion(
  db: Knex,
  id: QuestionId,
  viewer: Viewer,
): Promise<Omit<ThreadQuestion, 'comments'> | undefined> {
  const { rows } = await db.raw<{ rows: QuestionColumns[] }>(QUESTION, [
    ...[viewer?.id ?? null, viewer?.id ?? null, viewer?.id ?? null],
    id,
  ]);
  return rows.map(withAuthor).map(withTombstone).map(withMerged)[0];
}

/** The database writes instants in JSON as text. */
const withMerged = <Row extends { merged: JsonMerged[] | null }>(row: Row) => ({
  ...row,
  merged: (row.merged ?? []).map((one) => ({ ...one, asked_at: new Date(one.asked_at) })),
});

type JsonMerged = Omit<MergedQuestion, 'asked_at'> & { asked_at: string };

/** The answers of a thread, removed ones with them, in no order. */
export async function readThreadAnswers(
  db: Knex,
  id: QuestionId,
  viewer: Viewer,
): Promise<BareAnswer[]> {
  const { rows } = await db.raw<{ rows: AnswerColumns[] }>(ANSWERS, [
    ...[viewer?.id ?? null, viewer?.id ?? null],
    id,
  ]);
  return rows.map(withAuthor).map(withTombstone);
}

/** Every acceptance of an answer of a thread, the oldest first; of merged questions as well. */
export async function readThreadAcceptances(db: Knex, id: QuestionId): Promise<ThreadAcceptance[]> {
  const { rows } = await db.raw<{ rows: ThreadAcceptance[] }>(
    `select c.*, m.name as asker_name
       from answers a join acceptances c on c.answer_id = a.id join members m on m.id = c.asker_id
      where a.question_id = ?
      order by c.id`,
    [id],
  );
  return rows;
}

/** All comments of a thread, removed ones with them, the oldest first. */
export async function readThreadComments(db: Knex, id: QuestionId): Promise<ThreadComment[]> {
  const { rows } = await db.raw<{ rows: CommentColumns[] }>(COMMENTS, [id]);
  return rows.map(withAuthor).map(withTombstone);
}

type RemovalColumns = { reason: Tombstone['reason'] | null; note: string | null };

type QuestionColumns = QuestionRow &
  AuthorColumns &
  RemovalColumns & {
    topic: Pick<TopicRow, 'id' | 'slug' | 'name' | 'icon'>;
    summary: Summary | null;
    merged: JsonMerged[] | null;
    my_vote: -1 | 0 | 1;
    i_follow: boolean;
    i_have_this_too: boolean;
  };

type AnswerColumns = AnswerRow &
  AuthorColumns &
  RemovalColumns & {
    author_accepted: number;
    my_vote: -1 | 0 | 1;
    i_was_helped: boolean;
    official: boolean;
  };

type CommentColumns = CommentRow & AuthorColumns & RemovalColumns;

const QUESTION = `
  select q.*, ${AUTHOR_COLUMNS}, r.reason, r.note,
         json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'icon', t.icon) as topic,
         (select case when s.body <> '' then json_build_object('body', s.body, 'by', w.name) end
            from question_summaries s join members w on w.id = s.written_by
           where s.question_id = q.id
           order by s.id desc limit 1) as summary,
         (select json_agg(json_build_object('id', s.id, 'title', s.title, 'asked_at', s.asked_at,
                                            'asker', w.name) order by s.id)
            from questions s join members w on w.id = s.author_id
           where s.merged_into = q.id and s.removed_at is null
             and exists (select from question_merges g
                          where g.source_id = s.id and g.undone_at is null)) as merged,
         coalesce((select v.value from question_votes v
                    where v.question_id = q.id and v.member_id = ?), 0) as my_vote,
         exists (select from follows f where f.question_id = q.id and f.member_id = ?) as i_follow,
         exists (select from me_toos o
                  where o.question_id = q.id and o.member_id = ?) as i_have_this_too
    from questions q
    join members m on m.id = q.author_id
    join topics t on t.id = q.topic_id
    left join removals r on r.question_id = q.id and r.restored_at is null
   where q.id = ?`;

const ANSWERS = `
  with given as (
    select a.*, r.reason, r.note,
           coalesce((select v.value from answer_votes v
                      where v.answer_id = a.id and v.member_id = ?), 0) as my_vote,
           exists (select from helps h where h.answer_id = a.id and h.member_id = ?) as i_was_helped,
           exists (select from official_answers o
                    where o.answer_id = a.id and o.ended_at is null) as official
      from answers a
      left join removals r on r.answer_id = a.id and r.restored_at is null
     where a.question_id = ? and a.asked_as is null),
  accepted as (
    select live.author_id, count(distinct live.answer_id)::int as author_accepted
      from acceptances live
      join questions q on q.id = live.question_id
      join answers a on a.id = live.answer_id
     where live.withdrawn_at is null and ${visible.answer}
       and live.author_id in (select author_id from given)
     group by live.author_id)
  select given.*, ${AUTHOR_COLUMNS}, coalesce(author_accepted, 0) as author_accepted
    from given
    join members m on m.id = given.author_id
    left join accepted on accepted.author_id = given.author_id`;

const COMMENTS = `
  select c.*, ${AUTHOR_COLUMNS}, r.reason, r.note
    from comments c
    join members m on m.id = c.author_id
    left join removals r on r.comment_id = c.id and r.restored_at is null
   where c.question_id = ? and c.asked_as is null
   order by c.id`;

function withTombstone<Row extends RemovalColumns & { removed_at: Date | null }>(
  row: Row,
): Omit<Row, keyof RemovalColumns> & { removed: Tombstone | null } {
  const { reason, note, ...rest } = row;
  const at = rest.removed_at;
  return { ...rest, removed: at && reason && { at, reason, note } };
}
