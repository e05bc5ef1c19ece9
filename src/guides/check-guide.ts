import { actingModerator } from '../moderation/acting-moderator.ts';
import { logAct } from '../moderation/log.ts';
import { settleItem } from '../moderation/queue/items.ts';
import type { Work } from '../work.ts';
import { holdGuide } from './hold-guide.ts';
import { reviewAfter } from './review-after.ts';
import type { GuideId } from './rows.ts';

/** A moderator has read a guide and says that it is right, until it is looked at again. */
export async function checkGuide(work: Work, id: GuideId, months: number): Promise<void> {
  const { id: checked_by } = actingModerator(work);
  await holdGuide(work, id);
  const checked = { checked_at: work.at, checked_by, review_at: await reviewAfter(work, months) };
  await work.trx('guides').where({ id }).update(checked);
  await settleItem(work, { kind: 'guide', subject_id: id });
  await logAct(work, { act: 'guide-checked', subject: `guide:${String(id)}` });
}
