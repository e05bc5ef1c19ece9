import type { Knex } from 'knex';

import type { ReportCaseRow, ReportRow, VerdictRow } from '../rows.ts';
import { listActs } from '../log.ts';
import type { AppealableDecision } from './decisions.ts';
import { nameOf } from './name-of.ts';

/** A verdict on the answer that an appeal is about. */
export type PastVerdict = Pick<
  VerdictRow,
  'verdict' | 'reason' | 'note' | 'decided_at' | 'undone_at'
> & { moderator: string };

/** A report of the post that an appeal is about. */
export type PastReport = Pick<ReportRow, 'ground' | 'note' | 'made_at'> &
  Pick<ReportCaseRow, 'decision'> & { reporter: string };

/** What staff have done about the matter of an appeal, and what members have said of it. */
export type History = {
  verdicts: PastVerdict[];
  reports: PastReport[];
  acts: Awaited<ReturnType<typeof listActs>>;
};

export async function readHistory(db: Knex, decision: AppealableDecision): Promise<History> {
  const { question_id, answer_id, comment_id } = decision;
  const isQuestion = answer_id === null && comment_id === null;
  const [verdicts, reports, acts] = await Promise.all([
    db.raw<{ rows: PastVerdict[] }>(VERDICTS, [comment_id === null ? answer_id : null]),
    db.raw<{ rows: PastReport[] }>(REPORTS, {
      question_id: isQuestion ? question_id : null,
      answer_id: comment_id === null ? answer_id : null,
      comment_id,
    }),
    listActs(db, nameOf(decision)),
  ]);
  return { verdicts: verdicts.rows, reports: reports.rows, acts };
}

const VERDICTS = `
  select v.verdict, v.reason, v.note, v.decided_at, v.undone_at, m.name as moderator
    from acceptances c
    join audits a on a.acceptance_id = c.id
    join verdicts v on v.audit_id = a.id
    join members m on m.id = v.moderator_id
   where c.answer_id = ?
   order by v.id`;

const REPORTS = `
  select r.ground, r.note, r.made_at, k.decision, m.name as reporter
    from report_cases k
    join reports r on r.case_id = k.id
    join members m on m.id = r.reporter_id
   where k.question_id = :question_id or k.answer_id = :answer_id or k.comment_id = :comment_id
   order by r.id`;
