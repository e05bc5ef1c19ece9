import assert from 'node:assert/strict';

import { Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import type { TopicRow } from './rows.ts';
import { slugOf } from './slugs.ts';
import { cleanTopic, holdTopics, refuseUnlessAdmin, type TopicWords } from './topic-rules.ts';

/** A new topic, listed after all others; its address is made of its name unless one is given. */
export async function createTopic(
  work: Work,
  wanted: TopicWords & { slug?: string },
): Promise<TopicRow> {
  refuseUnlessAdmin(work);
  const topics = await holdTopics(work);
  const words = cleanTopic(wanted, topics);
  const slug = wanted.slug ?? slugOf(words.name).slice(0, 40).replace(/-$/, '');
  if (topics.some((one) => one.slug === slug)) {
    throw new Invalid({ name: 'There is a topic at that address already. Choose another name.' });
  }
  const position = Math.max(0, ...topics.map((one) => one.position)) + 1;
  const [topic] = await work
    .trx('topics')
    .insert({ ...words, slug, position })
    .returning('*');
  assert(topic, 'one row is made');
  return topic;
}
