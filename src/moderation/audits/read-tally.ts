import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import type { AuditId, AuditOpinionId, VerdictRow } from '../rows.ts';
import { UNDO } from './undo-verdict.ts';

/** How many audits somebody decided, by verdict. */
export type Tally = { passed: number; fixed: number; failed: number };

/** What a moderator decided, or gave an opinion on, on a calendar date, as YYYY-MM-DD in the operator's zone. */
export async function readTally(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  { date, timeZone }: { date: string; timeZone: string },
): Promise<Tally> {
  const { rows } = await db.raw<{ rows: [Tally] }>(
    `select (count(*) filter (where verdict = 'pass'))::int as passed,
            (count(*) filter (where verdict = 'fix'))::int as fixed,
            (count(*) filter (where verdict = 'fail'))::int as failed
       from (select verdict, given_at from audit_opinions
              where member_id = :id and undone_because is distinct from 'taken-back'
              union all
             select verdict, answered_at from known_showings where member_id = :id) as said
      where given_at >= cast(:date as date)::timestamp at time zone :timeZone
        and given_at < (cast(:date as date) + 1)::timestamp at time zone :timeZone`,
    { id, date, timeZone },
  );
  return rows[0];
}

/**
 * What somebody decided last, while it can still be undone. A verdict has moved money; an opinion
 * waits for somebody else; a known item, under its number at the desk, cannot be undone.
 */
export type LastDecision = Pick<VerdictRow, 'verdict'> & { auditId: AuditId; at: Date } & (
    | {
        kind: 'verdict' | 'opinion';
        opinionId: AuditOpinionId;
        acceptanceId: AcceptanceId;
        title: string;
      }
    | { kind: 'known' }
  );

export async function findLastDecision(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
): Promise<LastDecision | undefined> {
  const { rows } = await db.raw<{ rows: LastDecision[] }>(
    `(select o.verdict, case when v.id is null then 'opinion' else 'verdict' end as kind,
             a.id as "auditId", o.id as "opinionId", c.id as "acceptanceId", q.title, o.given_at as at
        from audit_opinions o
        join audits a on a.id = o.audit_id
        left join verdicts v on v.audit_id = a.id and v.undone_at is null
        join acceptances c on c.id = a.acceptance_id
        join questions q on q.id = c.question_id
       where o.member_id = :id and o.undone_at is null and o.given_at between :since and :at
         and coalesce(v.moderator_id, :id) = :id and c.withdrawn_at is null
       order by o.id desc
       limit 1)
      union all
     (select s.verdict, 'known', s.id, null, null, null, s.answered_at
        from known_showings s
       where s.member_id = :id and s.answered_at between :since and :at
       order by s.answered_at desc
       limit 1)
      order by at desc, kind
      limit 1`,
    { id, at, since: new Date(at.getTime() - UNDO) },
  );
  return rows[0];
}
