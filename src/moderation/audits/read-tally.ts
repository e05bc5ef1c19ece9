import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import type { AuditId, VerdictRow } from '../rows.ts';
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

/** What a moderator decided last, while it can still be undone. */
export type Undoable = Pick<VerdictRow, 'verdict'> & {
  /** It was an opinion: a colleague has yet to judge the same. */
  isOpinion: boolean;
  auditId: AuditId;
  acceptanceId: AcceptanceId;
  title: string;
  at: Date;
};

export async function findUndoable(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
): Promise<Undoable | undefined> {
  const { rows } = await db.raw<{ rows: Undoable[] }>(
    `select o.verdict, v.id is null as "isOpinion", a.id as "auditId",
            c.id as "acceptanceId", q.title, o.given_at as at
       from audit_opinions o
       join audits a on a.id = o.audit_id
       left join verdicts v on v.audit_id = a.id and v.undone_at is null
       join acceptances c on c.id = a.acceptance_id
       join questions q on q.id = c.question_id
      where o.member_id = :id and o.undone_at is null and o.given_at between :since and :at
        and coalesce(v.moderator_id, :id) = :id and c.withdrawn_at is null
      order by o.id desc
      limit 1`,
    { id, at, since: new Date(at.getTime() - UNDO) },
  );
  return rows[0];
}
