import type { Work } from '../../work.ts';
import type { AnswerId, QuestionRow } from '../rows.ts';

type Way = { from: Pick<QuestionRow, 'id'>; to: Pick<QuestionRow, 'id'> };

/**
 * Moves answers, all unless named, to another question, their comments with them, and counts those
 * that readers can see there from then on. Both questions must be held by the caller; says which moved.
 */
export async function moveAnswers(
  { trx }: Work,
  { from, to }: Way,
  ids?: readonly AnswerId[],
): Promise<AnswerId[]> {
  const moving = trx('answers').where({ question_id: from.id });
  if (ids) void moving.whereIn('id', ids);
  const moved = await moving.update({ question_id: to.id }).returning(['id', 'removed_at']);
  const seen = moved.filter(({ removed_at }) => removed_at === null).length;
  await trx('questions').where({ id: from.id }).decrement('answer_count', seen);
  await trx('questions').where({ id: to.id }).increment('answer_count', seen);
  return moved.map(({ id }) => id).sort((one, other) => one - other);
}
