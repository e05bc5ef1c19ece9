import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import type { AuditId, AuditRow } from '../rows.ts';
import { RISK, riskOf, SIGNALS, type Risk, type Signals } from './signals.ts';

/** One line of the queue. */
export type QueueItem = Signals &
  Pick<AuditRow, 'because' | 'opened_at'> & {
    id: AuditId;
    title: string;
    topic: string;
    author: string;
    risk: Risk;
    /** The colleague who reads it just now. */
    holder: string | null;
  };

export type Queue = {
  /** The riskiest first, then the oldest; what a colleague reads just now comes last. */
  items: QueueItem[];
  /** How many wait for this moderator, listed or not, without what a colleague reads. */
  count: number;
};

/** The audits that this moderator may decide: waiting, and neither written, asked nor accepted by them. */
export async function readQueue(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  { limit, at }: { limit: number; at: Date },
): Promise<Queue> {
  const { rows } = await db.raw<{ rows: QueueColumns[] }>(QUEUE, { me: id, at, limit });
  return { items: rows.map(itemOf), count: rows[0]?.free ?? 0 };
}

/** How many audits wait for this moderator. */
export async function countQueue(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
): Promise<number> {
  const { rows } = await db.raw<{ rows: [{ count: number }] }>(COUNT, { me: id, at });
  return rows[0].count;
}

type QueueColumns = Omit<QueueItem, 'risk'> & { risk: number; free: number };

const itemOf = ({ free: _free, risk, ...item }: QueueColumns): QueueItem => ({
  ...item,
  risk: riskOf(risk),
});

const TAKEN = 'a.claimed_by is distinct from :me and coalesce(a.claimed_until > :at, false)';

const MINE_TO_DECIDE = `
  a.state = 'waiting' and :me not in (c.author_id, c.asker_id, c.accepted_by)
  and not exists (select from audit_opinions o
                   where o.audit_id = a.id and o.member_id = :me and o.undone_at is null)`;

const QUEUE = `
  with waiting as (
    select a.id, q.title, t.name as topic, m.name as author, a.because, a.opened_at, ${SIGNALS},
           case when ${TAKEN} then h.name end as holder
      from audits a
      join acceptances c on c.id = a.acceptance_id
      join answers n on n.id = c.answer_id
      join questions q on q.id = c.question_id
      join topics t on t.id = q.topic_id
      join members m on m.id = c.author_id
      left join members h on h.id = a.claimed_by
     where ${MINE_TO_DECIDE})
  select *, ${RISK} as risk, (count(*) filter (where holder is null) over ())::int as free
    from waiting
   order by holder is not null, risk desc, opened_at, id
   limit :limit`;

const COUNT = `
  select count(*)::int as count
    from audits a
    join acceptances c on c.id = a.acceptance_id
   where ${MINE_TO_DECIDE} and not (${TAKEN})`;
