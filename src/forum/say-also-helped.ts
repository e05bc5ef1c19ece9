import { writingMember } from '../members/writing-member.ts';
import { NotAllowed } from '../refusals.ts';
import type { Work } from '../work.ts';
import { holdAnswer, refuseRemoved } from './hold.ts';
import { mayAlsoBeHelped } from './permissions.ts';
import type { AnswerId, AnswerRow } from './rows.ts';

/** The answer helped this member too; said again, it is taken back. */
export async function sayAlsoHelped(work: Work, id: AnswerId): Promise<AnswerRow> {
  const member = writingMember(work);
  const { answer, question } = await holdAnswer(work, id);
  refuseRemoved(question, answer);
  if (!mayAlsoBeHelped(member, answer)) throw new NotAllowed('This is your own answer.');

  const mine = { answer_id: id, member_id: member.id };
  const takenBack = await work.trx('helps').where(mine).delete();
  if (takenBack === 0) await work.trx('helps').insert({ ...mine, said_at: work.at });

  const helped_count = answer.helped_count + (takenBack === 0 ? 1 : -1);
  await work.trx('answers').where({ id }).update({ helped_count });
  return { ...answer, helped_count };
}
