import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import { type AppealableDecision, subjectOf } from './decisions.ts';

/**
 * Who may not decide on an appeal: whoever wrote or asked, and whoever has decided before on the
 * decision itself or on the same post, by a verdict, a removal, a report, a finding or an appeal.
 */
export async function readBarred(db: Knex, decision: AppealableDecision): Promise<number[]> {
  const { question_id, answer_id, comment_id, kind } = decision;
  const { rows } = await db.raw<{ rows: { id: MemberId }[] }>(DECIDERS, {
    subject: subjectOf(decision),
    question_id: kind === 'sanction' || answer_id !== null ? null : question_id,
    answer_id: comment_id === null ? answer_id : null,
    comment_id,
  });
  const deciders = rows.map(({ id }) => id);
  return [...new Set([...decision.parties, decision.decided_by, ...deciders])];
}

const ON_POST = `(question_id = :question_id or answer_id = :answer_id or comment_id = :comment_id)`;

const DECIDERS = `
  select decided_by as id from appeals where subject = :subject and decided_by is not null
  union
  select removed_by from removals where ${ON_POST}
  union
  select restored_by from removals where restored_by is not null and ${ON_POST}
  union
  select decided_by from personal_data_findings where decided_by is not null and ${ON_POST}
  union
  select decided_by from report_cases where decided_by is not null and ${ON_POST}
  union
  select v.moderator_id
    from acceptances c
    join audits a on a.acceptance_id = c.id
    join verdicts v on v.audit_id = a.id
   where c.answer_id = :answer_id and (v.undone_at is null or v.verdict = 'fail')
  union
  select o.member_id
    from acceptances c
    join audits a on a.acceptance_id = c.id
    join audit_opinions o on o.audit_id = a.id
   where c.answer_id = :answer_id`;
