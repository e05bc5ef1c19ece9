import type { Knex } from 'knex';

import type { TopicId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import type { StewardId, StewardRow } from '../rows.ts';
import { SIGNED_SQL } from './find-stewards.ts';

/** An appointment as staff see it, with how its holder's opinions compare with those of staff. */
export type ListedSteward = StewardRow & {
  name: string;
  topics: string[];
  /** Whether they have signed the undertaking as it stands now. */
  signed: boolean;
  /** Opinions on answers that staff judged as well, and those that differed on the pay. */
  compared: number;
  differed: number;
};

/** The appointments that are open or live, the oldest first; those that ended, the latest first. */
export async function listStewards(db: Knex, which: 'live' | 'ended'): Promise<ListedSteward[]> {
  const { rows } = await db.raw<{ rows: ListedSteward[] }>(which === 'live' ? LIVE : ENDED);
  return rows;
}

/** An appointment that is open or live, with the ids of its topics; undefined once it has ended. */
export async function readAppointment(
  db: Knex,
  id: StewardId,
): Promise<{ name: string; topicIds: TopicId[] } | undefined> {
  const { rows } = await db.raw<{ rows: { name: string; topicIds: TopicId[] }[] }>(
    `select m.name, array(select topic_id from steward_topics st
                           where st.steward_id = s.id order by topic_id) as "topicIds"
       from stewards s join members m on m.id = s.member_id
      where s.id = ? and s.ended_at is null`,
    [id],
  );
  return rows[0];
}

/** How a steward's own opinions compare with the verdicts of staff on the same answers. */
export async function readOwnFigures(
  db: Knex,
  memberId: MemberId,
): Promise<{ compared: number; differed: number }> {
  const { rows } = await db.raw<{ rows: [{ compared: number; differed: number }] }>(
    `select own.* from members m cross join lateral (${compared('m.id')}) as own where m.id = ?`,
    [memberId],
  );
  return rows[0];
}

/** Staff's word is the verdict of staff, or their review of what stewards decided. */
const compared = (member: string) => `
  select count(*)::int as compared,
         (count(*) filter (where (o.verdict = 'fail') <> (d.staff = 'fail')))::int as differed
    from audit_opinions o
    join double_audits d on d.audit_id = o.audit_id and d.withdrawn_at is null
   where o.member_id = ${member} and o.capacity = 'steward' and o.undone_at is null`;

const LISTED = `
  select s.*, m.name, ${SIGNED_SQL} is true as signed, own.compared, own.differed,
         array(select t.name from steward_topics st join topics t on t.id = st.topic_id
                where st.steward_id = s.id order by t.position) as topics
    from stewards s
    join members m on m.id = s.member_id
   cross join lateral (${compared('m.id')}) as own`;

const LIVE = `${LISTED} where s.state in ('invited', 'serving') order by s.id limit 200`;
const ENDED = `${LISTED} where s.state not in ('invited', 'serving') order by s.ended_at desc limit 50`;
