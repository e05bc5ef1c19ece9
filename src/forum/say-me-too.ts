import { writingMember } from '../members/writing-member.ts';
import { NotAllowed } from '../refusals.ts';
import type { Work } from '../work.ts';
import { putFollow } from './follows.ts';
import { holdQuestion, refuseRemoved } from './hold.ts';
import { mayMeToo } from './permissions.ts';
import type { QuestionId, QuestionRow } from './rows.ts';

/** The member has the same problem, and so follows the question; or has it no longer. */
export async function sayMeToo(work: Work, id: QuestionId, on: boolean): Promise<QuestionRow> {
  const member = writingMember(work);
  const question = await holdQuestion(work, id);
  refuseRemoved(question);
  if (!mayMeToo(member, question)) throw new NotAllowed('This is your own question.');

  const mine = { question_id: id, member_id: member.id };
  const before = await work.trx('me_toos').where(mine).first();
  if ((before !== undefined) === on) return question;

  if (on) {
    await work.trx('me_toos').insert({ ...mine, said_at: work.at });
    await putFollow(work, id);
  } else {
    await work.trx('me_toos').where(mine).delete();
  }
  const me_too_count = question.me_too_count + (on ? 1 : -1);
  await work.trx('questions').where({ id }).update({ me_too_count });
  return { ...question, me_too_count };
}
