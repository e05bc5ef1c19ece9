import assert from 'node:assert/strict';

import type { MemberRow } from '../../members/rows.ts';
import { Conflict, found, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { giveOpinion } from '../agreement/opinions.ts';
import { type HeldAudit, holdAudit } from '../audits/hold-audit.ts';
import { logAct } from '../log.ts';
import { mayAudit } from '../permissions.ts';
import { settleItem } from '../queue/items.ts';
import type { StewardReviewId, StewardReviewRow, VerdictRow } from '../rows.ts';
import { recordDouble } from './record-double.ts';

/** What a moderator says, afterwards and by themselves, of what stewards decided. */
export type Review = Pick<VerdictRow, 'reason' | 'note'> & { verdict: 'pass' | 'fail' };

export type HeldReview = {
  review: StewardReviewRow;
  verdict: VerdictRow;
  held: HeldAudit;
  moderator: MemberRow;
};

/**
 * A moderator judges what stewards decided, before they are shown what it was. It moves no money:
 * where it differs, it counts as an error of theirs, and their verdict may be overturned.
 */
export async function reviewDecision(
  work: Work,
  id: StewardReviewId,
  said: Review,
): Promise<{ differs: boolean }> {
  const { review, verdict, held } = await holdReview(work, id);
  if (review.reviewed_at !== null) throw new Conflict('A colleague has judged this one already.');
  const { answer_version } = verdict;
  await giveOpinion(work, held.audit, { ...said, capacity: 'staff', answer_version, body: null });
  await writeReview(work, review, said);
  const differs = differ(said, verdict);
  await logAct(work, {
    act: 'steward-decision-reviewed',
    subject: `audit:${String(review.audit_id)}`,
    reason: differs ? 'differs' : 'agrees',
  });
  if (review.drawn) {
    await recordDouble(work, {
      ...{ audit_id: review.audit_id, topic_id: review.topic_id, mode: 'community' },
      ...{ stewards: verdict.verdict, staff: said.verdict, made_at: work.at },
    });
  }
  return { differs };
}

/** A review and all it is about, held still by a moderator who has no part in it. */
export async function holdReview(work: Work, id: StewardReviewId): Promise<HeldReview> {
  const moderator = actingModerator(work);
  const { audit_id } = found(await work.trx('steward_reviews').where({ id }).first(), 'decision');
  const held = await holdAudit(work, audit_id);
  if (!mayAudit(moderator, held.acceptance)) {
    throw new NotAllowed('You wrote, asked for or accepted this answer, so a colleague decides.');
  }
  const review = await work.trx('steward_reviews').where({ id }).forUpdate().first();
  assert(review, 'a review is never taken away');
  const verdict = await work.trx('verdicts').where({ id: review.verdict_id }).first();
  assert(verdict, 'a review is of a verdict');
  return { review, verdict, held, moderator };
}

/** Whether one would pay what the other would not. */
export const differ = (one: Pick<VerdictRow, 'verdict'>, other: Pick<VerdictRow, 'verdict'>) =>
  (one.verdict === 'fail') !== (other.verdict === 'fail');

async function writeReview(work: Work, { id }: StewardReviewRow, said: Review): Promise<void> {
  const { verdict, reason, note } = said;
  const reviewer_id = actingModerator(work).id;
  await work
    .trx('steward_reviews')
    .where({ id })
    .update({ reviewer_id, verdict, reason, note, reviewed_at: work.at });
  await settleItem(work, { kind: 'steward-decision', subject_id: id });
}
