import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { QuestionRow } from '../forum/rows.ts';
import { RUBRIC } from '../moderation/agreement/rubric.ts';
import type { VerdictRow } from '../moderation/rows.ts';
import { UNDO } from '../moderation/audits/undo-verdict.ts';
import type { Work } from '../work.ts';
import { tell, untell } from './tell.ts';
import { answerUrl } from './thread-link.ts';

/** Tells the author what the check found, once the verdict can no longer be undone. */
export async function tellOfVerdict(
  work: Work,
  { verdictId, answerId, questionId, authorId }: Events['audit decided'],
): Promise<void> {
  const question = await work.trx('questions').where({ id: questionId }).first();
  const verdict = await work.trx('verdicts').where({ id: verdictId }).first();
  assert(question && verdict, 'a verdict is about an answer to a question');
  await tell(work, {
    kind: verdict.verdict === 'fail' ? 'failed' : 'audited',
    memberId: authorId,
    about: { questionId, answerId },
    dedupeKey: keyOf(verdictId),
    subject: `About your answer: ${question.title}`,
    text: `${WORDS[verdict.verdict](question, CHECKERS[verdict.decided_as])}${scoresOf(verdict)}${verdict.note ? `\n\n${verdict.note}` : ''}`,
    button: { label: 'See your answer', url: answerUrl(work.operator, question, answerId) },
    sendAfter: new Date(work.at.getTime() + UNDO),
  });
}

/** A verdict undone in time is never told. */
export const withholdVerdict = (
  work: Work,
  { verdictId }: Events['verdict undone'],
): Promise<void> => untell(work, keyOf(verdictId));

/** Nor is one that was overturned before it was told. */
export const withholdOverturned = (
  work: Work,
  { overturnedId }: Events['verdict overturned'],
): Promise<void> => untell(work, keyOf(overturnedId));

const keyOf = (verdictId: VerdictRow['id']) => `audited.${String(verdictId)}`;

const CHECKERS = { staff: 'Our team', stewards: 'Two stewards' } as const;

type Words = (question: QuestionRow, who: string) => string;

const WORDS: Record<VerdictRow['verdict'], Words> = {
  pass: ({ title }, who) => `${who} checked your answer to “${title}” and passed it. Thank you.`,
  fix: ({ title }, who) =>
    `${who} checked your answer to “${title}”, mended a detail and passed it. ` +
    'Both versions stay in its history. Thank you.',
  fail: ({ title }, who) =>
    `${who} checked your answer to “${title}” and it wasn’t paid this time. ` +
    'The reason stands on the answer and in your wallet. If you think this is wrong, you can ' +
    'appeal for six months, and somebody else decides.',
};

/** What was scored, part by part; nothing where nothing was. */
function scoresOf(verdict: VerdictRow): string {
  const words = RUBRIC.flatMap((part) => (verdict[part] ? [`${part}: ${verdict[part]}`] : []));
  return words.length === 0 ? '' : `\n\nHow it did: ${words.join(', ')}.`;
}
