import type { MemberRow } from '../members/rows.ts';
import { Conflict, found, Gone } from '../refusals.ts';
import type { Work } from '../work.ts';
import { mayPostIn } from './permissions.ts';
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

/**
 * A question, held still after the one that it was merged into, if it was. Which one that is
 * cannot change while that one is held, and is asked again before the question itself is.
 */
export async function holdWithThread(work: Work, id: QuestionId): Promise<QuestionRow> {
  const into = await mergedInto(work, id);
  if (into === null) return unlessMerged(await holdQuestion(work, id), into);
  await holdQuestion(work, into);
  if ((await mergedInto(work, id)) !== into) throw justMerged();
  return unlessMerged(await holdQuestion(work, id), into);
}

async function mergedInto({ trx }: Work, id: QuestionId): Promise<QuestionId | null> {
  const known = await trx('questions').where({ id }).first('merged_into');
  return found<Pick<QuestionRow, 'merged_into'>>(known, 'question').merged_into;
}

function unlessMerged(question: QuestionRow, into: QuestionId | null): QuestionRow {
  if (question.merged_into === into) return question;
  throw justMerged();
}

const justMerged = () => new Conflict('Our team has just merged this question. Please try again.');

/** An answer and its question, held still. */
export async function holdAnswer(
  work: Work,
  id: AnswerId,
): Promise<{ answer: AnswerRow; question: QuestionRow }> {
  const { question_id } = found(await work.trx('answers').where({ id }).first(), 'answer');
  const question = await holdQuestion(work, question_id);
  const answer = found(await work.trx('answers').where({ id }).forUpdate().first(), 'answer');
  refuseMoved(answer, question);
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
  refuseMoved(comment, question);
  return { comment, question };
}

/** Refuses an answer or a comment in a locked thread, but our team's (409). */
export function refuseLocked(author: MemberRow, question: QuestionRow): void {
  if (mayPostIn(author, question)) return;
  throw new Conflict(`Our team has locked this thread. ${question.lock_reason ?? ''}`.trim());
}

/** Its question was merged or split while we waited: another one would have to be held. */
function refuseMoved(
  post: Pick<AnswerRow, 'question_id' | 'asked_as'>,
  question: QuestionRow,
): void {
  if (post.asked_as !== null)
    throw new Conflict('Our team has made a question of this. Go on there.');
  if (post.question_id === question.id) return;
  throw new Conflict('Our team has just moved this to another question. Please try again.');
}

/** Refuses whoever acts on something that our team has taken down, merged, or has yet to look at. */
export function refuseRemoved(
  ...posts: readonly (Pick<QuestionRow, 'removed_at' | 'held_at'> &
    Partial<Pick<QuestionRow, 'merged_into'>>)[]
): void {
  if (posts.some(({ merged_into = null }) => merged_into !== null)) {
    throw new Conflict('Our team has merged this into another question. Go on there.');
  }
  if (posts.some(({ held_at }) => held_at !== null)) {
    throw new Conflict('This waits for a look by our team, so nothing can be added to it yet.');
  }
  if (posts.some(({ removed_at }) => removed_at !== null)) {
    throw new Gone('This was removed by our team, so nothing can be added to it.');
  }
}
