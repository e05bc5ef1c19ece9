import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';
import { tellOfMentions } from './tell-of-mentions.ts';
import { tellOfComment } from './tell-of-comment.ts';
import { tellOfQuestion } from './tell-topic-followers.ts';
import { answerUrl, questionUrl } from './thread-link.ts';

/**
 * Tells whoever asked that somebody else answered, those who follow the question, and whom the answer
 * mentions; not before readers can see it.
 */
export async function tellOfAnswer(
  work: Work,
  { answerId, questionId }: Pick<Events['answer posted'], 'answerId' | 'questionId'>,
): Promise<void> {
  const question = await work.trx('questions').where({ id: questionId }).first();
  const answer = await work.trx('answers').where({ id: answerId }).first();
  assert(question && answer, 'an answer has a question');
  if (answer.removed_at !== null) return;
  const author = await work.trx('members').where({ id: answer.author_id }).first();
  assert(author, 'an answer has an author');
  await work.enqueue('tell-followers', { questionId, answerId });
  await tell(work, {
    kind: 'answered',
    memberId: question.author_id,
    dedupeKey: `answered.${String(answerId)}`,
    ...{ about: { questionId, answerId }, by: author.id },
    subject: `${author.name} answered: ${question.title}`,
    text:
      `${author.name} answered your question “${question.title}”.\n\n` +
      'If it fixed things, press “This fixed it”. It costs you nothing and thanks whoever helped.',
    button: { label: 'Read the answer', url: answerUrl(work.operator, question, answerId) },
  });
  await tellOfMentions(work, { questionId, answerId });
}

/** What waited for a look can be read: whoever wrote it is told, and whoever asked of an answer. */
export async function tellOfPost(
  work: Work,
  { questionId, answerId, commentId, authorId }: Events['post let through'],
): Promise<void> {
  if (answerId === null && commentId === null) {
    await tellOfQuestion(work, { questionId });
    await tellOfMentions(work, { questionId });
  }
  if (answerId !== null && commentId === null) await tellOfAnswer(work, { answerId, questionId });
  if (commentId !== null) await tellOfComment(work, { commentId });
  const question = await work.trx('questions').where({ id: questionId }).first();
  assert(question, 'every post belongs to a question');
  const kind = commentId !== null ? 'comment' : answerId !== null ? 'answer' : 'question';
  await tell(work, {
    kind: 'approved',
    memberId: authorId,
    about: { questionId, answerId, commentId },
    dedupeKey: `approved.${kind}.${String(commentId ?? answerId ?? questionId)}`,
    subject: `Your ${kind} can be read now`,
    text: `Somebody from our team has looked at your ${kind} in “${question.title}”. Everybody can read it now.`,
    button: { label: 'See it', url: questionUrl(work.operator, question) },
  });
}
