import type { Knex } from 'knex';

import { found } from '../refusals.ts';
import type { TopicRow } from './rows.ts';
import { slugOf } from './slugs.ts';

/** The topics that can be asked in, in their order, each with how many questions readers can see. */
export const readTopics = (db: Knex): Promise<TopicRow[]> =>
  db('topics').where({ archived_at: null }).orderBy(['position', 'id']);

/** The topic at this address, archived or not. */
export const findTopic = async (db: Knex, slug: string): Promise<TopicRow> =>
  found(await db('topics').where({ slug }).first(), 'topic');

/** The topic of this name or at this address, however it is written; undefined for none. */
export async function findTopicNamed(db: Knex, name: string): Promise<TopicRow | undefined> {
  const spellings = [name.toLowerCase(), slugOf(name)];
  const topics = await db('topics')
    .whereRaw('lower(name) = ? or slug = ?', spellings)
    .orderBy('id');
  return topics[0];
}
