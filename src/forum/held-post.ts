import type { Work } from '../work.ts';
import { holdAnswer, holdComment, holdWithThread } from './hold.ts';
import type { PostRef } from './posts.ts';
import type { AnswerRow, CommentRow, QuestionRow } from './rows.ts';

/** A post of any kind with its question, both held still. */
export type HeldPost =
  | { kind: 'question'; post: QuestionRow; question: QuestionRow }
  | { kind: 'answer'; post: AnswerRow; question: QuestionRow }
  | { kind: 'comment'; post: CommentRow; question: QuestionRow };

/** The post that is meant, with its question, held still. */
export async function holdPost(work: Work, ref: PostRef): Promise<HeldPost> {
  if ('question' in ref) {
    const question = await holdWithThread(work, ref.question);
    return { kind: 'question', post: question, question };
  }
  if ('answer' in ref) {
    const { answer, question } = await holdAnswer(work, ref.answer);
    return { kind: 'answer', post: answer, question };
  }
  const { comment, question } = await holdComment(work, ref.comment);
  return { kind: 'comment', post: comment, question };
}

/** The post's columns in `removals`: exactly one is filled. */
export const removalKeyOf = ({ kind, post }: HeldPost) => ({
  question_id: kind === 'question' ? post.id : null,
  answer_id: kind === 'answer' ? post.id : null,
  comment_id: kind === 'comment' ? post.id : null,
});

/** What the events about a post carry; a comment's name no answer, which they are not about. */
export const postFactsOf = ({ kind, post, question }: HeldPost) => ({
  questionId: question.id,
  answerId: kind === 'answer' ? post.id : null,
  commentId: kind === 'comment' ? post.id : null,
  authorId: post.author_id,
});

/** Hides the post from readers for good, or shows it again, and counts what they can see accordingly. */
export async function setRemoved(
  { trx }: Work,
  { kind, post, question }: HeldPost,
  removed_at: Date | null,
): Promise<void> {
  const more = removed_at === null ? 1 : -1;
  if (kind === 'question') {
    await trx('questions').where({ id: post.id }).update({ removed_at, held_at: null });
    if (question.merged_into !== null) return;
    await trx('topics').where({ id: post.topic_id }).increment('question_count', more);
  } else if (kind === 'answer') {
    await trx('answers').where({ id: post.id }).update({ removed_at, held_at: null });
    await trx('questions').where({ id: question.id }).increment('answer_count', more);
  } else {
    await trx('comments').where({ id: post.id }).update({ removed_at, held_at: null });
  }
}
