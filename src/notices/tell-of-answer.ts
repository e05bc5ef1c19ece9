import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { hasBlocked } from '../members/read-blocks.ts';
import type { Work } from '../work.ts';
import { findRecipient } from './recipients.ts';
import { answerUrl } from './thread-link.ts';
import { writeMail } from './write-mail.ts';

/** Tells whoever asked that somebody else answered; not before readers can see the answer. */
export async function tellOfAnswer(
  work: Work,
  { answerId, questionId }: Pick<Events['answer posted'], 'answerId' | 'questionId'>,
): Promise<void> {
  const question = await work.trx('questions').where({ id: questionId }).first();
  const answer = await work.trx('answers').where({ id: answerId }).first();
  assert(question && answer, 'an answer has a question');
  if (question.author_id === answer.author_id || answer.removed_at !== null) return;
  const asker = await findRecipient(work, question.author_id);
  const author = await work.trx('members').where({ id: answer.author_id }).first();
  if (!asker || !author || (await hasBlocked(work.trx, asker.id, author.id))) return;
  await writeMail(work, {
    kind: 'answered',
    memberId: asker.id,
    to: asker.email,
    dedupeKey: `answered.${String(answerId)}`,
    subject: `${author.name} answered: ${question.title}`,
    text:
      `${author.name} answered your question “${question.title}”.\n\n` +
      'If it fixed things, press “This fixed it”. It costs you nothing and thanks whoever helped.',
    button: { label: 'Read the answer', url: answerUrl(work.operator, question, answerId) },
  });
}

/** What waited for a look can be read: whoever wrote it is told, and whoever asked of an answer. */
export async function tellOfPost(
  work: Work,
  { questionId, answerId, commentId, authorId }: Events['post let through'],
): Promise<void> {
  if (answerId !== null) await tellOfAnswer(work, { answerId, questionId });
  const author = await findRecipient(work, authorId);
  if (!author) return;
  const question = await work.trx('questions').where({ id: questionId }).first();
  assert(question, 'every post belongs to a question');
  const kind = commentId !== null ? 'comment' : answerId !== null ? 'answer' : 'question';
  await writeMail(work, {
    kind: 'approved',
    memberId: author.id,
    to: author.email,
    dedupeKey: `approved.${kind}.${String(commentId ?? answerId ?? questionId)}`,
    subject: `Your ${kind} can be read now`,
    text: `Somebody from our team has looked at your ${kind} in “${question.title}”. Everybody can read it now.`,
    button: {
      label: 'See it',
      url: `${work.operator.siteUrl}/q/${String(questionId)}/${question.slug}`,
    },
  });
}
