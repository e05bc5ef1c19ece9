import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { acceptForAsker } from '../../forum/accept-answer.ts';
import { holdAnswer } from '../../forum/hold.ts';
import type { AnswerId } from '../../forum/rows.ts';
import { Conflict, Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';
import type { SilentAcceptanceRow } from '../rows.ts';
import { findCandidate } from './find-candidates.ts';
import { readSilentTerms } from './terms.ts';
import { hashOf } from './token.ts';

/** The acceptance, and the token by which its asker may object; only their mail ever holds it. */
export type AcceptedForAsker = { silent: SilentAcceptanceRow; token: string };

/**
 * A moderator accepts the best answer for an asker who is silent, and says why. The reward waits
 * until the asker's days to object are over. Refused where the asker has spoken meanwhile, or where
 * it is not clear any more (409).
 */
export async function acceptForSilentAsker(
  work: Work,
  answerId: AnswerId,
  reason: string,
): Promise<AcceptedForAsker> {
  const moderator = actingModerator(work);
  if (reason.trim() === '') throw new Invalid({ reason: 'Say why this is the answer.' });
  const { answer, question } = await holdAnswer(work, answerId);
  const candidate = await findCandidate(work.trx, answer, work.at);
  const acceptance = await acceptForAsker(work, answerId);
  if (!candidate)
    throw new Conflict('The asker isn’t silent any more, or it isn’t clear any more.');

  const { objection_days } = await readSilentTerms(work.trx);
  const token = randomBytes(32).toString('base64url');
  const [silent] = await work
    .trx('silent_acceptances')
    .insert({
      ...{ question_id: question.id, acceptance_id: acceptance.id, asker_id: question.author_id },
      ...{ accepted_by: moderator.id, reason, points: candidate.points, accepted_at: work.at },
      object_until: new Date(work.at.getTime() + objection_days * 86_400_000),
      token_hash: hashOf(token),
    })
    .returning('*');
  assert(silent, 'the acceptance for the asker was written');
  await logAct(work, {
    act: 'accepted-for-asker',
    subject: `answer:${String(answer.id)}`,
    note: reason,
  });
  await work.record('accepted for asker', {
    ...{ silentAcceptanceId: silent.id, acceptanceId: acceptance.id, questionId: question.id },
  });
  return { silent, token };
}
