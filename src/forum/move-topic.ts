import type { Work } from '../work.ts';
import { holdTopics, pick, refuseUnlessAdmin } from './topic-rules.ts';

/** Moves a topic one place among those that can be asked in; at the end it stays where it is. */
export async function moveTopic(work: Work, slug: string, to: 'up' | 'down'): Promise<void> {
  refuseUnlessAdmin(work);
  const topics = await holdTopics(work);
  const [topic] = pick(topics, slug);
  const listed = topics.filter(({ archived_at }) => archived_at === null);
  const neighbour = listed[listed.indexOf(topic) + (to === 'up' ? -1 : 1)];
  if (!neighbour || !listed.includes(topic)) return;
  const order = topics.map((one) => {
    if (one === topic) return neighbour;
    return one === neighbour ? topic : one;
  });
  for (const [index, { id }] of order.entries()) {
    await work
      .trx('topics')
      .where({ id })
      .update({ position: index + 1 });
  }
}
