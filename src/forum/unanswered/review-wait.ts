import assert from 'node:assert/strict';

import type { Work } from '../../work.ts';
import type { QuestionId, QuestionMergeId } from '../rows.ts';
import { UNANSWERED } from './unanswered.ts';

/**
 * Begins, takes up again or ends a question's wait for its first answer, as things stand now. What
 * is unanswered again has waited since it first did, and comes before our team anew. Whoever calls
 * holds the question.
 */
export async function reviewWait(
  work: Work,
  { questionId }: { questionId: QuestionId },
): Promise<void> {
  await endWait(work, { questionId });
  await work.trx.raw(
    `insert into question_waits as w (question_id, since)
     select q.id, :at::timestamptz from questions q where q.id = :questionId and ${UNANSWERED}
         on conflict (question_id) do update
        set ended_at = null, ended_because = null, staff_at = null
      where w.ended_at is not null`,
    { questionId, at: work.at },
  );
}

/** Ends a wait where the question is not unanswered any more; begins none. */
export async function endWait(
  work: Work,
  { questionId }: { questionId: QuestionId },
): Promise<void> {
  const { rows } = await work.trx.raw<{ rows: unknown[] }>(
    `update question_waits w
        set ended_at = :at,
            ended_because = case when q.answer_count > 0 then 'answered' else 'gone' end
       from questions q
      where q.id = w.question_id and w.question_id = :questionId and w.ended_at is null
        and not ${UNANSWERED}
      returning w.question_id`,
    { questionId, at: work.at },
  );
  if (rows.length > 0) await work.record('wait ended', { questionId });
}

/** The same of both questions that became one, or two again. */
export async function reviewMerged(
  work: Work,
  { mergeId }: { mergeId: QuestionMergeId },
): Promise<void> {
  const merge = await work.trx('question_merges').where({ id: mergeId }).first();
  assert(merge, 'it is recorded once it is written');
  for (const questionId of [merge.source_id, merge.target_id]) {
    await reviewWait(work, { questionId });
  }
}
