import assert from 'node:assert/strict';

import type { Markdown } from '../../forum/markdown.ts';
import { Conflict } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { readOpinions } from '../agreement/opinions.ts';
import { undoLevel } from '../audits/levels.ts';
import { followPass } from '../audits/overturn-verdict.ts';
import { reachVerdict } from '../audits/reach-verdict.ts';
import { logAct } from '../log.ts';
import type { StewardReviewId } from '../rows.ts';
import { differ, holdReview, type HeldReview } from './review-decision.ts';

/**
 * A moderator puts the verdict of staff in the place of the stewards'. What theirs had taken comes
 * back by contra transfers; what theirs had paid is taken back as after any failed audit, so that
 * credit which has been used since becomes a debt and never a refusal.
 */
export async function overturnDecision(
  work: Work,
  markdown: Markdown,
  id: StewardReviewId,
): Promise<void> {
  const found = await holdReview(work, id);
  refuseUnfit(found);
  const { verdict, held, review, moderator } = found;
  const subject = `answer:${String(held.acceptance.answer_id)}`;
  await work.trx('verdicts').where({ id: verdict.id }).update({ undone_at: work.at });
  await logAct(work, { act: 'verdict-overturned', subject, reason: 'stewards' });
  const opinions = await readOpinions(work.trx, review.audit_id);
  const theirs = opinions.find(({ member_id }) => member_id === review.reviewer_id);
  assert(theirs, 'whoever judged it gave an opinion');
  if (verdict.verdict === 'fail') {
    const replaces = { replaces: verdict.id };
    await followPass(work, held, await reachVerdict(work, markdown, held, [theirs], replaces));
  } else {
    await undoLevel(work, held.acceptance.author_id, verdict.decided_at);
    await reachVerdict(work, markdown, held, [theirs]);
  }
  await work
    .trx('steward_reviews')
    .where({ id })
    .update({ overturned_by: moderator.id, overturned_at: work.at });
}

function refuseUnfit({ review, verdict, held }: HeldReview): void {
  if (review.verdict === null) throw new Conflict('Say first what you think of the answer.');
  if (!differ({ verdict: review.verdict }, verdict)) {
    throw new Conflict('Staff and stewards agree here, so there is nothing to overturn.');
  }
  if (review.overturned_at !== null || verdict.undone_at !== null) {
    throw new Conflict('The stewards’ decision was overturned already.');
  }
  if (held.acceptance.withdrawn_at !== null) {
    throw new Conflict('The acceptance was withdrawn meanwhile, so there is nothing to overturn.');
  }
}
