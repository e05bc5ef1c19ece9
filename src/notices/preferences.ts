import type { Knex } from 'knex';

import type { TopicId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { EVENTS, type EmailChoice, type NoticeEvent } from './events.ts';
import type { NoticePreferenceRow } from './rows.ts';

/** How a member is told of something. */
export type Choice = { inApp: boolean; email: EmailChoice };

/** What a member chose for a topic, else for all, else what is usual; without an event, at once. */
export async function readChoice(
  db: Knex,
  member_id: MemberId,
  event: NoticeEvent | undefined,
  topicId: TopicId | undefined,
): Promise<Choice> {
  if (event === undefined) return { inApp: true, email: 'at-once' };
  const rows = await readPreferences(db, member_id);
  const own = (channel: NoticePreferenceRow['channel'], topic: TopicId | null) =>
    rows.find((row) => row.event === event && row.channel === channel && row.topic_id === topic)
      ?.choice;
  const chosen = (channel: NoticePreferenceRow['channel']) =>
    (topicId === undefined ? undefined : own(channel, topicId)) ?? own(channel, null);
  return {
    inApp: (chosen('in-app') ?? 'at-once') !== 'off',
    email: chosen('email') ?? EVENTS[event].usually,
  };
}

/** Everything that a member has chosen. */
export const readPreferences = (db: Knex, member_id: MemberId): Promise<NoticePreferenceRow[]> =>
  db('notice_preferences').where({ member_id });

/** A wish about one event; `undefined` takes back what was chosen. */
export type Wish = {
  event: NoticeEvent;
  channel: NoticePreferenceRow['channel'];
  topicId: TopicId | null;
  choice: EmailChoice | undefined;
};

/** Keeps what a member wants; what they wanted before of the same is forgotten. */
export async function keepWishes(
  work: Work,
  memberId: MemberId,
  wishes: readonly Wish[],
): Promise<void> {
  for (const { event, channel, topicId, choice } of wishes) {
    const which = { member_id: memberId, event, channel, topic_id: topicId };
    const before = work.trx('notice_preferences').where(which);
    if (choice === undefined) await before.delete();
    else {
      await work
        .trx('notice_preferences')
        .insert({ ...which, choice })
        .onConflict(['member_id', 'event', 'channel', 'topic_id'])
        .merge(['choice']);
    }
  }
}
