import assert from 'node:assert/strict';

import { findLiveAcceptance } from '../forum/acceptances.ts';
import { holdAnswer } from '../forum/hold.ts';
import { titleFor, type Markdown } from '../forum/markdown.ts';
import type { AnswerId, TopicId } from '../forum/rows.ts';
import { slugOf } from '../forum/slugs.ts';
import { actingModerator } from '../moderation/acting-moderator.ts';
import { logAct } from '../moderation/log.ts';
import { Conflict } from '../refusals.ts';
import type { Work } from '../work.ts';
import { drawGuide } from './draw-guide.ts';
import { canBeGuide } from './permissions.ts';
import { reviewAfter } from './review-after.ts';
import type { GuideRow } from './rows.ts';
import { setCredits } from './set-credits.ts';

/** What a guide says, and for whom it stands where. */
export type GuideWords = {
  title: string;
  body: string;
  topicId: TopicId;
  /** Names of members besides the author of its answer. */
  credits: readonly string[];
};

/**
 * A moderator makes a guide of an answer; only our team sees it until it is published. Refuses an
 * answer that is neither accepted nor our own.
 */
export async function writeGuide(
  work: Work,
  markdown: Markdown,
  { answerId, months, ...words }: GuideWords & { answerId: AnswerId; months: number },
): Promise<GuideRow> {
  const { id: checked_by } = actingModerator(work);
  const { answer, question } = await holdAnswer(work, answerId);
  if (!canBeGuide(question, answer, await findLiveAcceptance(work.trx, question.id))) {
    throw new Conflict('A guide is made of an answer that was accepted or is our own.');
  }
  const drawn = drawGuide(work, markdown, words);
  const [guide] = await work
    .trx('guides')
    .insert({
      ...{ ...drawn, slug: await freeSlug(work, titleFor(markdown, words.title)) },
      ...{ answer_id: answer.id, topic_id: words.topicId, changed_at: work.at },
      ...{ checked_at: work.at, checked_by, review_at: await reviewAfter(work, months) },
    })
    .returning('*');
  assert(guide, 'one row is made');
  await keepVersion(work, guide, { reason: '', shown: false });
  await setCredits(work, guide.id, { author: answer.author_id, names: words.credits });
  await logAct(work, { act: 'guide-written', subject: `guide:${String(guide.id)}` });
  return guide;
}

/** Keeps what a guide says from now on, and whether readers can read it. */
export async function keepVersion(
  work: Work,
  { id: guide_id, version, title, body }: GuideRow,
  { reason, shown }: { reason: string; shown: boolean },
): Promise<void> {
  const { id: editor_id } = actingModerator(work);
  await work.trx('guide_versions').insert({
    ...{ guide_id, version, title, body, editor_id, reason, made_at: work.at },
    shown_at: shown ? work.at : null,
  });
}

/** One after the other, so that two of one title get an address each. */
async function freeSlug({ trx }: Work, title: string): Promise<string> {
  await trx.raw('lock table guides in share row exclusive mode');
  const slug = slugOf(title);
  const taken = await trx('guides').whereRaw('slug = ? or slug like ?', [slug, `${slug}-%`]);
  const slugs = new Set(taken.map((guide) => guide.slug));
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? slug : `${slug}-${String(number)}`;
    if (!slugs.has(free) && free !== 'history') return free;
  }
}
