import type { Knex } from 'knex';

import { findLiveAcceptance, findLiveAcceptanceOf } from '../../forum/acceptances.ts';
import { findAnswer, findComment, findQuestion } from '../../forum/find-posts.ts';
import type { PostRef, PostRow } from '../../forum/posts.ts';
import type { AcceptanceRow, QuestionRow, RemovalRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';

/** What a moderator looks at before a post is taken down or put back. */
export type RemovalCase = {
  post: PostRow;
  question: QuestionRow;
  author: string;
  /** What took it down, if it is down. */
  removal: (RemovalRow & { moderator: string }) | undefined;
  /** The acceptance that the post is part of, and that would fall with it. */
  acceptance: AcceptanceRow | undefined;
};

/** A post and what hangs on it; 404 if there is none. */
export async function readRemovalCase(
  db: Knex,
  ref: PostRef,
  moderator: MemberRow,
): Promise<RemovalCase> {
  const { post, question } = await findPost(db, ref, moderator);
  const [author, removal, live] = await Promise.all([
    db('members').where({ id: post.author_id }).first('name'),
    findRemoval(db, ref),
    'answer' in ref
      ? findLiveAcceptanceOf(db, { id: ref.answer })
      : findLiveAcceptance(db, question.id),
  ]);
  return {
    ...{ post, question, removal },
    author: author?.name ?? '',
    acceptance: 'comment' in ref ? undefined : live,
  };
}

type Found = { post: PostRow; question: QuestionRow };

async function findPost(db: Knex, ref: PostRef, moderator: MemberRow): Promise<Found> {
  if ('question' in ref) {
    const question = await findQuestion(db, ref.question, moderator);
    return { post: question, question };
  }
  if ('answer' in ref) {
    const { answer, question } = await findAnswer(db, ref.answer, moderator);
    return { post: answer, question };
  }
  const { comment, question } = await findComment(db, ref.comment, moderator);
  return { post: comment, question };
}

async function findRemoval(db: Knex, ref: PostRef): Promise<RemovalCase['removal']> {
  const [column, id] = columnOf(ref);
  const { rows } = await db.raw<{ rows: NonNullable<RemovalCase['removal']>[] }>(
    `select r.*, m.name as moderator
       from removals r
       join members m on m.id = r.removed_by
      where ?? = ? and r.restored_at is null`,
    [column, id],
  );
  return rows[0];
}

function columnOf(ref: PostRef): [string, number] {
  if ('question' in ref) return ['r.question_id', ref.question];
  return 'answer' in ref ? ['r.answer_id', ref.answer] : ['r.comment_id', ref.comment];
}
