import { Conflict, found, Gone } from '../refusals.ts';
import type { Work } from '../work.ts';
import type {
  AnswerId,
  AnswerRow,
  CommentId,
  CommentRow,
  QuestionId,
  QuestionRow,
} from './rows.ts';

/*
 * Rows are held still until the work is done, the question always before what belongs to it, so
 * that two people acting on the same thread wait for each other instead of deadlocking.
 */

/** A question, held still. Removed or not: the caller decides what that means. */
export async function holdQuestion(work: Work, id: QuestionId): Promise<QuestionRow> {
  return found(await work.trx('questions').where({ id }).forUpdate().first(), 'question');
}

/** An answer and its question, held still. */
export async function holdAnswer(
  work: Work,
  id: AnswerId,
): Promise<{ answer: AnswerRow; question: QuestionRow }> {
  const { question_id } = found(await work.trx('answers').where({ id }).first(), 'answer');
  const question = await holdQuestion(work, question_id);
  const answer = found(await work.trx('answers').where({ id }).forUpdate().first(), 'answer');
  return { answer, question };
}

/** A comment and its question, held still. */
export async function holdComment(
  work: Work,
  id: CommentId,
): Promise<{ comment: CommentRow; question: QuestionRow }> {
  const { question_id } = found(await work.trx('comments').where({ id }).first(), 'comment');
  const question = await holdQuestion(work, question_id);
  const comment = found(await work.trx('comments').where({ id }).forUpdate().first(), 'comment');
  return { comment, question };
}

/** Refuses whoever acts on something that our team has taken down, or has yet to look at. */
export function refuseRemoved(
  ...posts: readonly { removed_at: Date | null; held_at: Date | null }[]
): void {
  if (posts.some(({ held_at }) => held_at !== null)) {
    throw new Conflict('This waits for a look by our team, so nothing can be added to it yet.');
  }
  if (posts.some(({ removed_at }) => removed_at !== null)) {
    throw new Gone('This was removed by our team, so nothing can be added to it.');
  }
}
