import type { Knex } from 'knex';

import type { MemberRow } from '../members/rows.ts';
import { found, Gone, NotFound } from '../refusals.ts';
import { maySeeRemoved } from './permissions.ts';
import type { PostRow } from './posts.ts';
import type {
  AnswerId,
  AnswerRow,
  CommentId,
  CommentRow,
  QuestionId,
  QuestionRow,
} from './rows.ts';

type Viewer = MemberRow | undefined;

/** A question for this viewer: 404 if there is none, 410 if it was taken down and is not theirs (404 where it waits for a look). */
export async function findQuestion(db: Knex, id: QuestionId, viewer: Viewer): Promise<QuestionRow> {
  const question = found(await db('questions').where({ id }).first(), 'question');
  refuseHidden(viewer, question);
  return question;
}

/** The question that an address leads to: itself, or the one that it was merged into. */
export async function findStanding(db: Knex, id: QuestionId, viewer: Viewer): Promise<QuestionRow> {
  const question = await findQuestion(db, id, viewer);
  if (question.merged_into === null) return question;
  return findQuestion(db, question.merged_into, viewer);
}

/** An answer with its question for this viewer, as `findQuestion`. */
export async function findAnswer(
  db: Knex,
  id: AnswerId,
  viewer: Viewer,
): Promise<{ answer: AnswerRow; question: QuestionRow }> {
  const answer = found(await db('answers').where({ id }).first(), 'answer');
  refuseHidden(viewer, answer);
  return { answer, question: await findQuestion(db, answer.question_id, viewer) };
}

/** Where an answer is read now: in its thread, or as the question that it became. */
export async function findPlace(
  db: Knex,
  id: AnswerId,
  viewer: Viewer,
): Promise<{ answer: AnswerRow | undefined; question: QuestionRow }> {
  const asked = await findAskedAs(db, id);
  if (asked === null) return findAnswer(db, id, viewer);
  return { answer: undefined, question: await findStanding(db, asked, viewer) };
}

/** The question that an answer became when it was split off; null for one that is an answer. */
export const findAskedAs = async (db: Knex, id: AnswerId): Promise<QuestionId | null> =>
  (await db('answers').where({ id }).first('asked_as'))?.asked_as ?? null;

/** A comment with its question for this viewer, as `findQuestion`; an answer's goes with it. */
export async function findComment(
  db: Knex,
  id: CommentId,
  viewer: Viewer,
): Promise<{ comment: CommentRow; question: QuestionRow }> {
  const comment = found(await db('comments').where({ id }).first(), 'comment');
  refuseHidden(viewer, comment);
  const { question } = comment.answer_id
    ? await findAnswer(db, comment.answer_id, viewer)
    : { question: await findQuestion(db, comment.question_id, viewer) };
  return { comment, question };
}

function refuseHidden(viewer: Viewer, post: PostRow): void {
  if (post.removed_at === null || maySeeRemoved(viewer, post)) return;
  if (post.held_at !== null) throw new NotFound();
  if ('asked_as' in post && post.asked_as !== null) {
    throw new Gone('Our team has made a question of its own of this.');
  }
  throw new Gone('This was removed by our team.');
}
