import type { Work } from '../work.ts';
import { cleanTopic, holdTopics, pick, refuseUnlessAdmin, type TopicWords } from './topic-rules.ts';

/** Gives a topic other words. Its address stays, for people have it in their bookmarks. */
export async function renameTopic(work: Work, slug: string, wanted: TopicWords): Promise<void> {
  refuseUnlessAdmin(work);
  const [topic, others] = pick(await holdTopics(work), slug);
  await work
    .trx('topics')
    .where({ id: topic.id })
    .update({ ...cleanTopic(wanted, others) });
}
