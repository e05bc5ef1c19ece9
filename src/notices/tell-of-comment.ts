import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';
import { tellOfMentions } from './tell-of-mentions.ts';
import { commentUrl } from './thread-link.ts';

/** Tells whoever wrote the post, and whom the comment mentions; not before readers can see it. */
export async function tellOfComment(
  work: Work,
  { commentId }: Pick<Events['comment posted'], 'commentId'>,
): Promise<void> {
  const comment = await work.trx('comments').where({ id: commentId }).first();
  assert(comment, 'a comment that was posted');
  const { question_id: questionId, answer_id: answerId, author_id, removed_at } = comment;
  if (removed_at !== null) return;
  const question = await work.trx('questions').where({ id: questionId }).first();
  const answer = answerId && (await work.trx('answers').where({ id: answerId }).first());
  const author = await work.trx('members').where({ id: author_id }).first();
  assert(question && author, 'a comment stands in a thread and has an author');
  await tell(work, {
    kind: 'commented',
    memberId: (answer ? answer : question).author_id,
    dedupeKey: `commented.${String(commentId)}`,
    ...{ about: { questionId, answerId, commentId }, by: author_id },
    subject: `${author.name} commented: ${question.title}`,
    text: `${author.name} commented on your ${answer ? 'answer' : 'question'} in “${question.title}”.`,
    button: { label: 'Read the comment', url: commentUrl(work.operator, question, commentId) },
  });
  await tellOfMentions(work, { questionId, answerId, commentId });
}
