import assert from 'node:assert/strict';

import type { Work } from '../work.ts';
import type { TopicRow } from './rows.ts';

/** The topic at this address or of this name; if there is none, one is made after all others. */
export async function importTopic(
  work: Work,
  { slug, name }: Pick<TopicRow, 'slug' | 'name'>,
): Promise<TopicRow> {
  const known = await work.trx('topics').where({ slug }).orWhere({ name }).first();
  if (known) return known;
  const last = await work.trx('topics').orderBy('position', 'desc').first('position');
  const [topic] = await work
    .trx('topics')
    .insert({ slug, name, position: (last?.position ?? 0) + 1 })
    .returning('*');
  assert(topic, 'one row is made');
  return topic;
}
