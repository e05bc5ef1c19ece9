import { writingMember } from '../members/writing-member.ts';
import { NotAllowed } from '../refusals.ts';
import type { Work } from '../work.ts';
import { holdAnswer, holdQuestion, refuseRemoved } from './hold.ts';
import { mayVote } from './permissions.ts';
import type { AnswerId, AnswerRow, QuestionId, QuestionRow } from './rows.ts';

/** Up, down, or no vote any more. */
export type Vote = 1 | -1 | 0;

/** The member's one vote on a question, whatever it was before. Never on one's own. */
export async function voteOnQuestion(
  work: Work,
  id: QuestionId,
  value: Vote,
): Promise<QuestionRow> {
  const member = writingMember(work);
  const question = await holdQuestion(work, id);
  refuseRemoved(question);
  if (!mayVote(member, question)) throw new NotAllowed('You can’t vote on your own question.');

  const mine = { question_id: id, member_id: member.id };
  const before = await work.trx('question_votes').where(mine).first();
  await work.trx('question_votes').where(mine).delete();
  if (value !== 0) {
    await work.trx('question_votes').insert({ ...mine, value, voted_at: work.at });
  }
  const score = question.score + value - (before?.value ?? 0);
  await work.trx('questions').where({ id }).update({ score });
  return { ...question, score };
}

/** The member's one vote on an answer, as `voteOnQuestion`. */
export async function voteOnAnswer(work: Work, id: AnswerId, value: Vote): Promise<AnswerRow> {
  const member = writingMember(work);
  const { answer, question } = await holdAnswer(work, id);
  refuseRemoved(question, answer);
  if (!mayVote(member, answer)) throw new NotAllowed('You can’t vote on your own answer.');

  const mine = { answer_id: id, member_id: member.id };
  const before = await work.trx('answer_votes').where(mine).first();
  await work.trx('answer_votes').where(mine).delete();
  if (value !== 0) {
    await work.trx('answer_votes').insert({ ...mine, value, voted_at: work.at });
  }
  const score = answer.score + value - (before?.value ?? 0);
  await work.trx('answers').where({ id }).update({ score });
  return { ...answer, score };
}
