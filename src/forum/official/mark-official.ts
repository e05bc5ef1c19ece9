import { Conflict, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { holdAnswer, refuseRemoved } from '../hold.ts';
import { mayMarkOfficial } from '../permissions.ts';
import type { AnswerId, AnswerRow } from '../rows.ts';

/**
 * A moderator says that an answer of our team is the official one, in the place of another, or no
 * longer is; what the asker accepted is left alone. Says whether anything changed.
 */
export async function markOfficial(
  work: Work,
  { answer: id, on }: { answer: AnswerId; on: boolean },
): Promise<{ answer: AnswerRow; changed: boolean }> {
  const moderator = actingMember(work);
  const { answer, question } = await holdAnswer(work, id);
  refuseRemoved(question, answer);
  if (!mayMarkOfficial(moderator, answer)) {
    throw answer.by_staff
      ? new NotAllowed('Only a moderator can do this.')
      : new Conflict('Only an answer of our team can be the official one.');
  }
  const stands = await work
    .trx('official_answers')
    .where({ answer_id: id, ended_at: null })
    .first();
  if ((stands !== undefined) === on) return { answer, changed: false };
  await work
    .trx('official_answers')
    .whereIn('answer_id', work.trx('answers').where({ question_id: question.id }).select('id'))
    .where({ ended_at: null })
    .update({ ended_at: work.at, ended_by: moderator.id });
  if (on) {
    const marked = { marked_by: moderator.id, marked_at: work.at };
    await work.trx('official_answers').insert({ answer_id: id, ...marked });
  }
  return { answer, changed: true };
}
