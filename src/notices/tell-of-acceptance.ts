import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { findRecipient } from './recipients.ts';
import { answerUrl } from './thread-link.ts';
import { writeMail } from './write-mail.ts';

/** Tells the author that their answer was accepted; what it earns stands in the wallet. */
export async function tellOfAcceptance(
  work: Work,
  { acceptanceId, answerId, questionId, askerId, authorId }: Events['answer accepted'],
): Promise<void> {
  const author = await findRecipient(work, authorId);
  if (!author || askerId === authorId) return;
  const question = await work.trx('questions').where({ id: questionId }).first();
  const asker = await work.trx('members').where({ id: askerId }).first('name');
  assert(question && asker, 'an acceptance has a question and somebody who asked it');
  await writeMail(work, {
    kind: 'accepted',
    memberId: author.id,
    to: author.email,
    dedupeKey: `accepted.${String(acceptanceId)}`,
    subject: `Your answer fixed it for ${asker.name}`,
    text:
      `${asker.name} accepted your answer to “${question.title}”.\n\n` +
      'What it earns, and whether somebody checks it first, stands in your wallet.',
    button: { label: 'See your answer', url: answerUrl(work.operator, question, answerId) },
  });
}
