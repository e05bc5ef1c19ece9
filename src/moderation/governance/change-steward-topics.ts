import type { TopicId } from '../../forum/rows.ts';
import { holdMembers } from '../../members/hold-members.ts';
import { Conflict, found, Invalid, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { StewardId, StewardRow } from '../rows.ts';
import { actingGovernor } from './permissions.ts';

export type TopicsChange = {
  topics: readonly TopicId[];
  /** Those that were theirs when the page was drawn. */
  was: readonly TopicId[];
  reason: string;
};

/**
 * Staff change the topics that somebody is or would be a steward of, for a reason that they are
 * told. What they have said of answers stands. Conflict if a colleague changed them meanwhile.
 */
export async function changeStewardTopics(
  work: Work,
  id: StewardId,
  { topics, was, reason }: TopicsChange,
): Promise<void> {
  const steward = await holdSteward(work, id);
  const before = await work.trx('steward_topics').where({ steward_id: id }).pluck('topic_id');
  const changed = difference(before, topics);
  if (difference(before, was).length > 0) {
    throw new Conflict('A colleague has changed their topics meanwhile. Look at them again.');
  }
  const [from, to] = [await nameTopics(work, before), await nameTopics(work, topics)];
  if (changed.length === 0) throw new Invalid({ topics: 'These are their topics already.' });
  await work.trx('steward_topics').where({ steward_id: id }).delete();
  await putTopics(work, id, topics);
  const note = `${from.join(', ')} to ${to.join(', ')}`;
  const subject = `member:${String(steward.member_id)}`;
  await logAct(work, { act: 'steward-topics-changed', subject, reason, note });
  await work.record('steward topics changed', { memberId: steward.member_id, topics: to, reason });
  for (const topicId of changed) await work.enqueue('review-governance', { topicId });
}

/** Writes down what an appointment is for. */
export async function putTopics(
  work: Work,
  steward_id: StewardId,
  topics: readonly TopicId[],
): Promise<void> {
  const rows = [...new Set(topics)].map((topic_id) => ({ steward_id, topic_id }));
  await work.trx('steward_topics').insert(rows);
}

/** The names of topics, in the order of the house; Invalid where there is none, or no such topic. */
export async function nameTopics(work: Work, topics: readonly TopicId[]): Promise<string[]> {
  if (topics.length === 0) throw new Invalid({ topics: 'Choose a topic at least.' });
  const names = await work.trx('topics').whereIn('id', topics).orderBy('position').pluck('name');
  if (names.length === new Set(topics).size) return names;
  throw new Invalid({ topics: 'Choose from the topics on the page.' });
}

async function holdSteward(work: Work, id: StewardId): Promise<StewardRow> {
  const actor = actingGovernor(work);
  const { member_id } = found(await work.trx('stewards').where({ id }).first(), 'steward');
  if (member_id === actor.id) throw new NotAllowed('A colleague decides about you.');
  await holdMembers(work, [member_id]);
  const steward = found(await work.trx('stewards').where({ id }).forUpdate().first(), 'steward');
  if (steward.ended_at !== null) throw new Conflict('This appointment has ended already.');
  return steward;
}

const difference = (some: readonly TopicId[], others: readonly TopicId[]): TopicId[] =>
  [...new Set([...some, ...others])].filter((id) => some.includes(id) !== others.includes(id));
