import { actingMember, type Work } from '../work.ts';
import { putFollow } from './follows.ts';
import { holdQuestion, refuseRemoved } from './hold.ts';
import type { QuestionId, QuestionRow } from './rows.ts';

/**
 * The member is told of what happens to the question, or no longer. Twice is as good as once. It is
 * reading, and nobody else sees it: a sanction keeps nobody from it.
 */
export async function followQuestion(
  work: Work,
  id: QuestionId,
  on: boolean,
): Promise<QuestionRow> {
  const member_id = actingMember(work).id;
  const question = await holdQuestion(work, id);

  if (on) {
    refuseRemoved(question);
    await putFollow(work, id);
  } else {
    await work.trx('follows').where({ question_id: id, member_id }).delete();
  }
  return question;
}
