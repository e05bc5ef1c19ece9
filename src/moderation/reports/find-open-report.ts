import type { Knex } from 'knex';

import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import type { ReportCaseId } from '../rows.ts';

/** The reports about an answer or its question that wait for a decision. */
export async function findOpenReports(
  db: Knex,
  { questionId, answerId }: { questionId: QuestionId; answerId: AnswerId },
): Promise<ReportCaseId[]> {
  const { rows } = await db.raw<{ rows: { id: ReportCaseId }[] }>(
    `select id from report_cases where question_id = ? and decision is null
      union all
     select id from report_cases where answer_id = ? and decision is null`,
    [questionId, answerId],
  );
  return rows.map(({ id }) => id);
}
