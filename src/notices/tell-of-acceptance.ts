import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { QuestionRow } from '../forum/rows.ts';
import type { MemberRow } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';
import { answerUrl } from './thread-link.ts';

/** Tells the author that their answer was accepted; what it earns stands in the wallet. */
export async function tellOfAcceptance(
  work: Work,
  { acceptanceId, answerId, questionId, askerId, authorId }: Events['answer accepted'],
): Promise<void> {
  const question = await work.trx('questions').where({ id: questionId }).first();
  const acceptance = await work.trx('acceptances').where({ id: acceptanceId }).first();
  const asker = await work.trx('members').where({ id: askerId }).first('name');
  assert(question && asker && acceptance, 'an acceptance has a question and somebody who asked it');
  await tell(work, {
    kind: 'accepted',
    memberId: authorId,
    dedupeKey: `accepted.${String(acceptanceId)}`,
    ...{ about: { questionId, answerId }, by: askerId },
    ...(acceptance.accepted_by === askerId ? byAsker(asker, question) : byUs(asker, question)),
    button: { label: 'See your answer', url: answerUrl(work.operator, question, answerId) },
  });
}

type Words = { subject: string; text: string };
type Named = Pick<MemberRow, 'name'>;
type Titled = Pick<QuestionRow, 'title'>;

const byAsker = ({ name }: Named, { title }: Titled): Words => ({
  subject: `Your answer fixed it for ${name}`,
  text: `${name} accepted your answer to “${title}”.\n\n${EARNS}`,
});

const byUs = ({ name }: Named, { title }: Titled): Words => ({
  subject: `Your answer is accepted: ${title}`,
  text: `Our team accepted your answer to “${title}” on ${name}’s behalf.\n\n${EARNS}`,
});

const EARNS = 'What it earns, and whether somebody checks it first, stands in your wallet.';
