import type { Knex } from 'knex';

import type { TopicId } from '../../forum/rows.ts';
import type { Perform, Work } from '../../work.ts';
import { decideMode, type Turn } from './decide-mode.ts';
import { readFigures } from './read-figures.ts';
import { readSettings } from './settings.ts';
import { holdMode, isUpward, takeStep } from './take-step.ts';

/**
 * Turns a topic's dial as far as its figures say, one step at most, and says how. It falls after
 * any decision; up it goes only at night, so that no lucky hour is enough, and never where a
 * person had turned it back.
 */
export async function reviewTopic(
  work: Work,
  topicId: TopicId,
  { atNight }: { atNight: boolean },
): Promise<Turn | undefined> {
  const topic = await holdMode(work, topicId);
  const settings = await readSettings(work.trx);
  const figures = await readFigures(work.trx, topic, settings);
  const turn = decideMode(figures, topic.mode, settings);
  if (!turn) return undefined;
  if (isUpward(topic.mode, turn.to) && (!atNight || topic.turned_back)) return undefined;
  await takeStep(work, topic, { ...turn, reason: '', figures, settings });
  return turn;
}

/** The night's look at every topic in which stewards have a say, each in a work of its own. */
export async function reviewTopics(db: Knex, perform: Perform): Promise<void> {
  const topics = await db('topic_modes')
    .whereNot({ mode: 'staff' })
    .orderBy('topic_id')
    .pluck('topic_id');
  for (const id of topics) {
    await perform('system', (work) => reviewTopic(work, id, { atNight: true }));
  }
}
