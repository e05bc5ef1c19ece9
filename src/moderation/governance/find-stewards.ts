import type { Knex } from 'knex';

import type { TopicId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import type { StewardRow } from '../rows.ts';

/** The appointment that a member was offered or holds; the text they are to sign is not in it. */
export const findAppointment = (db: Knex, memberId: MemberId): Promise<StewardRow | undefined> =>
  db('stewards').where({ member_id: memberId }).whereIn('state', ['invited', 'serving']).first();

/** Whether somebody serves as a steward anywhere. */
export async function isSteward(db: Knex, memberId: MemberId): Promise<boolean> {
  return (await findAppointment(db, memberId))?.state === 'serving';
}

/** Whether a steward has signed the undertaking as it stands now, and so may judge. */
export async function hasSigned(db: Knex, memberId: MemberId): Promise<boolean> {
  const { rows } = await db.raw<{ rows: [{ signed: boolean }] }>(
    `select exists (select from stewards s
                     where s.member_id = ? and s.state = 'serving' and ${SIGNED_SQL}) as signed`,
    [memberId],
  );
  return rows[0].signed;
}

/** Whether the appointment `s` has the signature under the latest undertaking, as SQL. */
export const SIGNED_SQL = `
  s.undertaking_version = (select max(version) from steward_undertakings)`;

/** Whether somebody serves as a steward in a topic. */
export async function servesIn(db: Knex, memberId: MemberId, topicId: TopicId): Promise<boolean> {
  const { rows } = await db.raw<{ rows: [{ serves: boolean }] }>(
    `select exists (${SERVING} and s.member_id = :memberId) as serves`,
    { memberId, topicId },
  );
  return rows[0].serves;
}

/** How many stewards serve in a topic, whether they have signed the latest undertaking or not. */
export async function countStewards(db: Knex, topicId: TopicId): Promise<number> {
  const { rows } = await db.raw<{ rows: [{ count: number }] }>(
    `select count(*)::int as count from (${SERVING}) as serving`,
    { topicId },
  );
  return rows[0].count;
}

/** The topics that an appointment is for, by name, in the order of the house. */
export const readTopicNames = (db: Knex, stewardId: StewardRow['id']): Promise<string[]> =>
  db('steward_topics')
    .join('topics', 'topics.id', 'steward_topics.topic_id')
    .where({ steward_id: stewardId })
    .orderBy('topics.position')
    .pluck('topics.name');

const SERVING = `
  select s.member_id
    from steward_topics t
    join stewards s on s.id = t.steward_id
   where t.topic_id = :topicId and s.state = 'serving'`;
