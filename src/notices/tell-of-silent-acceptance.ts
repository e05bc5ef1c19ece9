import assert from 'node:assert/strict';

import type { SilentAcceptanceRow } from '../moderation/rows.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';

/** Tells an asker that our team accepted an answer for them, with the link by which they object. */
export async function tellOfSilentAcceptance(
  work: Work,
  silent: SilentAcceptanceRow,
  token: string,
): Promise<void> {
  const question = await work.trx('questions').where({ id: silent.question_id }).first();
  assert(question, 'an acceptance has a question');
  const { siteUrl, timeZone } = work.operator;
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone });
  await tell(work, {
    kind: 'accepted-for-you',
    memberId: silent.asker_id,
    about: { questionId: question.id },
    dedupeKey: `accepted-for-you.${String(silent.id)}`,
    subject: `We’ve accepted an answer for you: ${question.title}`,
    text:
      `You asked “${question.title}” and didn’t say whether an answer fixed it. Others say that ` +
      'one did, so our team has accepted it on your behalf.\n\n' +
      `If it didn’t fix it for you, tell us until ${day.format(silent.object_until)}: the ` +
      'question opens again. Nothing is paid before that day.',
    button: {
      label: 'Keep it or object',
      url: `${siteUrl}/q/${String(question.id)}/objection?token=${token}`,
    },
  });
}
