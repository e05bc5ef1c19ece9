import assert from 'node:assert/strict';

import type { Markdown } from '../forum/markdown.ts';
import { actingModerator } from '../moderation/acting-moderator.ts';
import { logAct } from '../moderation/log.ts';
import { Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { drawGuide } from './draw-guide.ts';
import { holdGuide } from './hold-guide.ts';
import type { GuideId, GuideRow } from './rows.ts';
import { setCredits } from './set-credits.ts';
import { keepVersion, type GuideWords } from './write-guide.ts';

/** Why it changes, and the version that was read. */
export type GuideEdit = GuideWords & { reason: string; version: number };

/**
 * A moderator says something else in a guide, and why; its address stays. Invalid where a colleague
 * has changed it since it was read: nothing is lost, for what was typed can be saved again.
 */
export async function editGuide(
  work: Work,
  markdown: Markdown,
  id: GuideId,
  { reason, version, credits, ...words }: GuideEdit,
): Promise<GuideRow> {
  actingModerator(work);
  const before = await holdGuide(work, id);
  if (before.version !== version) throw new Invalid({ body: OVERTAKEN });
  const shown = before.state === 'published';
  const changed = { topic_id: words.topicId, version: version + 1, changed_at: work.at };
  const [guide] = await work
    .trx('guides')
    .where({ id })
    .update({ ...drawGuide(work, markdown, words), ...changed })
    .returning('*');
  assert(guide, 'it was there');
  await keepVersion(work, guide, { reason, shown });
  const answer = await work.trx('answers').where({ id: guide.answer_id }).first('author_id');
  assert(answer, 'a guide is made of an answer');
  await setCredits(work, id, { author: answer.author_id, names: credits });
  await logAct(work, { act: 'guide-edited', subject: `guide:${String(id)}`, reason });
  if (shown) await work.record('guide shown', { guideId: id });
  return guide;
}

const OVERTAKEN =
  'A colleague has changed it since you opened it. Read theirs in the history; saving again puts yours in its place.';
