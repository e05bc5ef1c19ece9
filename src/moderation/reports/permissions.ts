import type { Knex } from 'knex';

import { mayModerate } from '../../forum/permissions.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { ReportCaseRow } from '../rows.ts';

/**
 * Who may not decide on a report: who wrote it, asked or reported, and who has decided on the same
 * post before, by a verdict, a removal or a report.
 */
export async function readBarred(db: Knex, { id }: Pick<ReportCaseRow, 'id'>): Promise<number[]> {
  const { rows } = await db.raw<{ rows: { id: number }[] }>(BARRED, { id });
  return rows.map((row) => row.id);
}

export const mayDecideReport = (
  actor: Pick<MemberRow, 'id' | 'role'>,
  barred: readonly number[],
): boolean => mayModerate(actor) && !barred.includes(actor.id);

const BARRED = `
  with reported as (
    select r.*, coalesce(r.question_id, n.question_id, c.question_id) as thread
      from report_cases r
      left join answers n on n.id = r.answer_id
      left join comments c on c.id = r.comment_id
     where r.id = :id)
  select author_id as id from reported
  union
  select q.author_id from questions q join reported r on q.id = r.thread
  union
  select reporter_id from reports where case_id = :id
  union
  select o.decided_by from report_cases o join reported r
      on o.question_id = r.question_id or o.answer_id = r.answer_id or o.comment_id = r.comment_id
   where o.id <> r.id and o.decided_by is not null
  union
  select unnest(array_remove(array[o.removed_by, o.restored_by], null))
    from removals o join reported r
      on o.question_id = r.question_id or o.answer_id = r.answer_id or o.comment_id = r.comment_id
  union
  select v.moderator_id
    from reported r
    join acceptances a on a.answer_id = r.answer_id
    join audits u on u.acceptance_id = a.id
    join verdicts v on v.audit_id = u.id and v.undone_at is null
  union
  select o.member_id
    from reported r
    join acceptances a on a.answer_id = r.answer_id
    join audits u on u.acceptance_id = a.id
    join audit_opinions o on o.audit_id = u.id and o.undone_at is null`;
