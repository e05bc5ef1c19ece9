import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import type { Events } from '../../events.ts';
import type { Work } from '../../work.ts';
import { openItem } from '../queue/items.ts';
import type { AuditId, StewardAuditRow, VerdictRow } from '../rows.ts';
import { readSettings } from './settings.ts';

type Decided = { verdict: VerdictRow; turn: StewardAuditRow };

/**
 * Puts a decision of stewards before staff: the share that the settings draw, by a hash that
 * anyone can repeat, and besides every fail, because somebody goes unpaid by it.
 */
export async function openReview(
  work: Work,
  event: Events['audit decided'],
  { verdict, turn }: Decided,
): Promise<void> {
  const settings = await readSettings(work.trx);
  const drawn = reviewDrawOf(settings.version, event.auditId) < settings.sample_percent;
  if (!drawn && verdict.verdict !== 'fail') return;
  const [review] = await work
    .trx('steward_reviews')
    .insert({
      ...{ audit_id: event.auditId, verdict_id: verdict.id, topic_id: turn.topic_id },
      ...{ drawn, opened_at: work.at },
    })
    .returning('id');
  assert(review, 'the review was opened');
  const acceptance = await work.trx('acceptances').where({ id: event.acceptanceId }).first();
  assert(acceptance, 'an audit is of an acceptance');
  await openItem(work, {
    ...{
      kind: 'steward-decision',
      subject_id: review.id,
      risk: verdict.verdict === 'fail' ? 2 : 1,
    },
    ...{ question_id: event.questionId, answer_id: event.answerId, member_id: event.authorId },
    reasons: [drawn ? 'steward-sample' : 'steward-fail'],
    barred: [acceptance.author_id, acceptance.asker_id, acceptance.accepted_by],
  });
}

/** A number from 0 to 99 that the version of the settings and the audit alone decide. */
export const reviewDrawOf = (version: number, id: AuditId): number =>
  createHash('sha256')
    .update(`stewards.${String(version)}:${String(id)}`)
    .digest()
    .readUInt32BE() % 100;
