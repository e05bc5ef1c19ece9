import type { Knex } from 'knex';

import type { AcceptanceId } from '../../forum/rows.ts';

/** Those of some acceptances that a fail stands on. */
export async function readFailed(
  db: Knex,
  ids: AcceptanceId[],
): Promise<ReadonlySet<AcceptanceId>> {
  const { rows } = await db.raw<{ rows: { acceptance_id: AcceptanceId }[] }>(
    `select distinct a.acceptance_id
       from audits a join verdicts v on v.audit_id = a.id
      where a.acceptance_id = any(?) and v.verdict = 'fail' and v.undone_at is null`,
    [ids],
  );
  return new Set(rows.map(({ acceptance_id }) => acceptance_id));
}

/** Whether a case of fraud has taken back what an acceptance earned, and no appeal has undone that. */
export async function isTaken(db: Knex, id: AcceptanceId): Promise<boolean> {
  const { rows } = await db.raw<{ rows: object[] }>(
    `select t.case_id
       from fraud_takings t
       join acceptances a on a.id = t.acceptance_id
      where t.acceptance_id = ?
        and not exists (
          select from appeals x
           where x.decision = 'overturned' and x.subject = 'fraud:' || (
             select min(o.acceptance_id)
               from fraud_takings o join acceptances b on b.id = o.acceptance_id
              where o.case_id = t.case_id and b.author_id = a.author_id))`,
    [id],
  );
  return rows.length > 0;
}
