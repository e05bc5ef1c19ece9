import type { Knex } from 'knex';

import type { TopicId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import type { AuditOpinionRow, VerdictRow } from '../rows.ts';

type Judgement = AuditOpinionRow['verdict'];

/** An audit that two of staff judged independently, the first of them first, and what came of it. */
export type Pair = {
  topic_id: TopicId;
  topic: string;
  /** YYYY-MM in the operator's zone, of the second opinion. */
  month: string;
  members: [MemberId, MemberId];
  names: [string, string];
  judgements: [Judgement, Judgement];
  verdict: VerdictRow['verdict'];
};

/**
 * The audits that two people had judged by a verdict since an instant, the oldest first. What waits
 * for a third is left out until it is decided, so that no figure tells what the first two said.
 */
export async function readPairs(
  db: Knex,
  { since, timeZone }: { since: Date; timeZone: string },
): Promise<Pair[]> {
  const { rows } = await db.raw<{ rows: Pair[] }>(PAIRS, { since, timeZone });
  return rows;
}

const PAIRS = `
  with judged as (
    select o.*, row_number() over (partition by o.audit_id order by o.id) as nth
      from audit_opinions o
      join audits a on a.id = o.audit_id
     where o.undone_at is null and o.capacity = 'staff'
       and a.opinions_wanted = 2 and a.state = 'decided')
  select t.id as topic_id, t.name as topic,
         to_char(two.given_at at time zone :timeZone, 'YYYY-MM') as month,
         array[one.member_id, two.member_id] as members, array[m.name, n.name] as names,
         array[one.verdict, two.verdict] as judgements, v.verdict
    from judged one
    join judged two on two.audit_id = one.audit_id and two.nth = 2
    join verdicts v on v.audit_id = one.audit_id and v.undone_at is null
    join audits a on a.id = one.audit_id
    join acceptances c on c.id = a.acceptance_id
    join questions q on q.id = c.question_id
    join topics t on t.id = q.topic_id
    join members m on m.id = one.member_id
    join members n on n.id = two.member_id
   where one.nth = 1 and two.given_at >= :since
   order by two.id`;
