import type { Work } from '../work.ts';
import { holdTopics, pick, refuseLast, refuseUnlessAdmin } from './topic-rules.ts';

/** Takes no more questions in a topic; those that are there stay, and can be read and answered. */
export async function archiveTopic(work: Work, slug: string): Promise<void> {
  refuseUnlessAdmin(work);
  const [topic, others] = pick(await holdTopics(work), slug);
  if (topic.archived_at !== null) return;
  refuseLast(others);
  await work.trx('topics').where({ id: topic.id }).update({ archived_at: work.at });
}

/** Takes questions in a topic again. */
export async function restoreTopic(work: Work, slug: string): Promise<void> {
  refuseUnlessAdmin(work);
  const [topic] = pick(await holdTopics(work), slug);
  await work.trx('topics').where({ id: topic.id }).update({ archived_at: null });
}
