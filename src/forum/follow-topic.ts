import type { Knex } from 'knex';

import type { MemberId } from '../members/rows.ts';
import { actingMember, type Work } from '../work.ts';
import { findTopic } from './read-topics.ts';
import type { TopicId, TopicRow } from './rows.ts';

/**
 * The member is told of new questions in the topic, or no longer. Twice is as good as once. It is
 * reading, and nobody else sees it: a sanction keeps nobody from it.
 */
export async function followTopic(work: Work, slug: string, on: boolean): Promise<TopicRow> {
  const member_id = actingMember(work).id;
  const topic = await findTopic(work.trx, slug);
  const mine = { topic_id: topic.id, member_id };
  if (on) {
    await work
      .trx('topic_follows')
      .insert({ ...mine, followed_at: work.at })
      .onConflict(['topic_id', 'member_id'])
      .ignore();
  } else {
    await work.trx('topic_follows').where(mine).delete();
  }
  return topic;
}

/** Whether a member follows a topic. */
export const followsTopic = async (
  db: Knex,
  member_id: MemberId,
  topic_id: TopicId,
): Promise<boolean> =>
  (await db('topic_follows').where({ topic_id, member_id }).first('topic_id')) !== undefined;

/** The topics that a member follows, by name. */
export const readFollowedTopics = (
  db: Knex,
  member_id: MemberId,
): Promise<Pick<TopicRow, 'slug' | 'name'>[]> =>
  db('topic_follows')
    .join('topics', 'topics.id', 'topic_follows.topic_id')
    .where({ member_id })
    .orderBy('topics.name')
    .select('topics.slug', 'topics.name');
