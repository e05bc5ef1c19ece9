import { actingModerator } from '../moderation/acting-moderator.ts';
import { logAct } from '../moderation/log.ts';
import { settleItem } from '../moderation/queue/items.ts';
import type { Work } from '../work.ts';
import { holdGuide } from './hold-guide.ts';
import type { GuideId, GuideRow } from './rows.ts';

/**
 * Shows a guide to readers, takes it back to be worked on, or puts it away for good. Twice is as
 * good as once. Whoever it credits hears of it when readers first see it.
 */
export async function changeGuideState(
  work: Work,
  id: GuideId,
  state: GuideRow['state'],
): Promise<GuideRow> {
  actingModerator(work);
  const guide = await holdGuide(work, id);
  if (guide.state === state) return guide;
  const published_at = guide.published_at ?? (state === 'published' ? work.at : null);
  await work.trx('guides').where({ id }).update({ state, published_at, changed_at: work.at });
  await logAct(work, { act: `guide-${state}`, subject: `guide:${String(id)}` });
  if (state === 'published') {
    const { version } = guide;
    const current = work.trx('guide_versions').where({ guide_id: id, version, shown_at: null });
    await current.update({ shown_at: work.at });
    await work.record('guide shown', { guideId: id });
  } else {
    await settleItem(work, { kind: 'guide', subject_id: id });
  }
  return { ...guide, state, published_at };
}
