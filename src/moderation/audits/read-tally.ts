import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import type { AuditId, VerdictRow } from '../rows.ts';
import { UNDO } from './undo-verdict.ts';

/** How many audits somebody decided, by verdict. */
export type Tally = { passed: number; fixed: number; failed: number };

/** What a moderator decided on a calendar date, as YYYY-MM-DD in the operator's zone. */
export async function readTally(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  { date, timeZone }: { date: string; timeZone: string },
): Promise<Tally> {
  const { rows } = await db.raw<{ rows: [Tally] }>(
    `select (count(*) filter (where verdict = 'pass'))::int as passed,
            (count(*) filter (where verdict = 'fix'))::int as fixed,
            (count(*) filter (where verdict = 'fail'))::int as failed
       from verdicts
      where moderator_id = :id and undone_at is null
        and decided_at >= cast(:date as date)::timestamp at time zone :timeZone
        and decided_at < (cast(:date as date) + 1)::timestamp at time zone :timeZone`,
    { id, date, timeZone },
  );
  return rows[0];
}

/** What a moderator decided last, while it can still be undone. */
export type Undoable = Pick<VerdictRow, 'verdict'> & {
  auditId: AuditId;
  acceptanceId: AcceptanceId;
  title: string;
};

export async function findUndoable(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
): Promise<Undoable | undefined> {
  const { rows } = await db.raw<{ rows: Undoable[] }>(
    `select v.verdict, v.audit_id as "auditId", c.id as "acceptanceId", q.title
       from verdicts v
       join audits a on a.id = v.audit_id
       join acceptances c on c.id = a.acceptance_id
       join questions q on q.id = c.question_id
      where v.moderator_id = ? and v.undone_at is null and v.decided_at between ? and ?
        and c.withdrawn_at is null
      order by v.id desc
      limit 1`,
    [id, new Date(at.getTime() - UNDO), at],
  );
  return rows[0];
}
