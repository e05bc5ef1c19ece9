import { Conflict, found, Invalid, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { MemberRow } from '../members/rows.ts';
import type { TopicRow } from './rows.ts';

export type TopicWords = { name: string; description: string; icon: string };

/** Admins look after the topics. */
export const mayChangeTopics = ({ role }: Pick<MemberRow, 'role'>): boolean => role === 'admin';

/** NotAllowed for everybody but an admin, and the system that sets a community up. */
export function refuseUnlessAdmin(work: Work): void {
  if (work.actor === 'system' || mayChangeTopics(actingMember(work))) return;
  throw new NotAllowed('Only an admin can change the topics.');
}

/** The words of a topic as they are kept; Invalid where something is missing, long or taken. */
export function cleanTopic(words: TopicWords, others: readonly TopicRow[]): TopicWords {
  const name = words.name.replaceAll(/\s+/g, ' ').trim();
  const description = words.description.replaceAll(/\s+/g, ' ').trim();
  if ([...name].length < 2 || [...name].length > 40) {
    throw new Invalid({ name: 'A topic’s name has 2 to 40 characters.' });
  }
  if ([...description].length > 200) {
    throw new Invalid({ description: 'A description can have 200 characters.' });
  }
  if (others.some((topic) => topic.name.toLowerCase() === name.toLowerCase())) {
    throw new Invalid({ name: 'There is a topic of that name already.' });
  }
  return { name, description, icon: words.icon };
}

/** All topics in their order, held still: what is decided about one depends on the others. */
export const holdTopics = (work: Work): Promise<TopicRow[]> =>
  work.trx('topics').orderBy(['position', 'id']).forUpdate();

/** One of them, and the rest. */
export function pick(topics: readonly TopicRow[], slug: string): [TopicRow, TopicRow[]] {
  const topic = found(
    topics.find((one) => one.slug === slug),
    'topic',
  );
  return [topic, topics.filter((one) => one !== topic)];
}

/** There is always a topic to ask in. */
export function refuseLast(others: readonly TopicRow[]): void {
  if (others.some(({ archived_at }) => archived_at === null)) return;
  throw new Conflict('This is the last topic that can be asked in. Make another one first.');
}
