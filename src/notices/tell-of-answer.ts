import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { hasBlocked } from '../members/read-blocks.ts';
import { actingMember, type Work } from '../work.ts';
import { findRecipient } from './recipients.ts';
import { answerUrl } from './thread-link.ts';
import { writeMail } from './write-mail.ts';

/** Tells whoever asked that somebody else answered. */
export async function tellOfAnswer(
  work: Work,
  { answerId, questionId }: Events['answer posted'],
): Promise<void> {
  const author = actingMember(work);
  const question = await work.trx('questions').where({ id: questionId }).first();
  assert(question, 'an answer has a question');
  if (question.author_id === author.id) return;
  const asker = await findRecipient(work, question.author_id);
  if (!asker || (await hasBlocked(work.trx, asker.id, author.id))) return;
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
