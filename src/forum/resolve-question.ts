import { writingMember } from '../members/writing-member.ts';
import { Conflict, NotAllowed } from '../refusals.ts';
import type { Work } from '../work.ts';
import { findLiveAcceptance } from './acceptances.ts';
import { doubtAcceptance } from './doubt-acceptance.ts';
import { holdQuestion, refuseRemoved } from './hold.ts';
import { mayAccept } from './permissions.ts';
import type { QuestionId, QuestionRow } from './rows.ts';
import { withdrawAcceptance } from './withdraw-acceptance.ts';

export type Resolution = 'no-single-answer' | 'still-not-solved';

/**
 * The asker says how it ended: solved without one answer to thank, which withdraws an acceptance
 * that they doubt; or not solved after all, which opens the question again and leaves what they
 * accepted in doubt. Said twice, nothing more happens.
 */
export async function resolveQuestion(
  work: Work,
  id: QuestionId,
  as: Resolution,
): Promise<QuestionRow> {
  const asker = writingMember(work);
  const question = await holdQuestion(work, id);
  if (!mayAccept(asker, question)) {
    throw new NotAllowed('Only whoever asked can say how it ended.');
  }
  refuseRemoved(question);
  return as === 'no-single-answer' ? resolve(work, question) : reopen(work, question);
}

async function resolve(work: Work, question: QuestionRow): Promise<QuestionRow> {
  if (question.state === 'no-single-answer') return question;
  if (question.state === 'solved') {
    throw new Conflict('You have accepted an answer. Withdraw that first.');
  }
  const doubted = await findLiveAcceptance(work.trx, question.id);
  if (doubted) await withdrawAcceptance(work, doubted, 'not-solved');
  const state = 'no-single-answer';
  await work.trx('questions').where({ id: question.id }).update({ state });
  await work.record('question resolved', { questionId: question.id });
  return { ...question, state };
}

async function reopen(work: Work, question: QuestionRow): Promise<QuestionRow> {
  if (question.state === 'open') return question;
  const acceptance = await findLiveAcceptance(work.trx, question.id);
  if (acceptance) await doubtAcceptance(work, acceptance);
  const state = 'open';
  await work.trx('questions').where({ id: question.id }).update({ state });
  await work.record('question reopened', { questionId: question.id });
  return { ...question, state };
}
