import type { Knex } from 'knex';

import type { AnswerId, QuestionId } from '../rows.ts';

/** What readers have said of an answer so far. */
export type Fixes = {
  worked: number;
  failed: number;
  /** The last day on which it worked for somebody, as 2026-11-22. */
  last_worked_on: string | null;
};

/** What readers have said of the answers to a question, by answer; nothing of those not spoken of. */
export async function readFixes(
  db: Knex,
  question: QuestionId,
): Promise<ReadonlyMap<AnswerId, Fixes>> {
  const { rows } = await db.raw<{ rows: (Fixes & { answer_id: AnswerId })[] }>(
    `select f.answer_id, sum(f.worked)::int as worked, sum(f.failed)::int as failed,
            max(f.said_on) filter (where f.worked > 0)::text as last_worked_on
       from answers a
       join fix_counts f on f.answer_id = a.id
      where a.question_id = ?
      group by f.answer_id`,
    [question],
  );
  return new Map(rows.map(({ answer_id, ...fixes }) => [answer_id, fixes]));
}

/** How often it worked and how often not from that day on, as 2026-11-22. */
export async function countFixesSince(
  db: Knex,
  answer: AnswerId,
  day: string,
): Promise<Pick<Fixes, 'worked' | 'failed'>> {
  const { rows } = await db.raw<{ rows: Pick<Fixes, 'worked' | 'failed'>[] }>(
    `select coalesce(sum(f.worked), 0)::int as worked, coalesce(sum(f.failed), 0)::int as failed
       from fix_counts f
      where f.answer_id = ? and f.said_on >= ?`,
    [answer, day],
  );
  return rows[0] ?? { worked: 0, failed: 0 };
}
