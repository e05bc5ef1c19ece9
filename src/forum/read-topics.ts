import type { Knex } from 'knex';

import { found } from '../refusals.ts';
import type { TopicRow } from './rows.ts';

/** The topics that can be asked in, in their order, each with how many questions readers can see. */
export const readTopics = (db: Knex): Promise<TopicRow[]> =>
  db('topics').where({ archived_at: null }).orderBy(['position', 'id']);

/** The topic at this address, archived or not. */
export const findTopic = async (db: Knex, slug: string): Promise<TopicRow> =>
  found(await db('topics').where({ slug }).first(), 'topic');
