import { holdMembers } from '../members/hold-members.ts';
import { writingMember } from '../members/writing-member.ts';
import { Conflict, NotAllowed, NotFound } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { findLastAcceptance, findLiveAcceptance, insertAcceptance } from './acceptances.ts';
import { endDoubt } from './doubt-acceptance.ts';
import { holdAnswer } from './hold.ts';
import { mayAccept, mayAcceptForAsker } from './permissions.ts';
import type { AcceptanceRow, AnswerId, AnswerRow, QuestionRow } from './rows.ts';
import { withdrawAcceptance } from './withdraw-acceptance.ts';

/**
 * The asker says which answer solved the question. Accepting another withdraws the first in the
 * same transaction; accepting the same again changes nothing, but that it is not in doubt any more.
 */
export async function acceptAnswer(work: Work, id: AnswerId): Promise<AnswerRow> {
  const asker = writingMember(work);
  const { answer, question } = await holdAnswer(work, id);
  if (!mayAccept(asker, question)) {
    throw new NotFound('Only whoever asked the question can accept an answer to it.');
  }
  if (question.removed_at ?? answer.removed_at) {
    throw new Conflict('This answer has been removed by our team, so it can’t be accepted.');
  }
  const before = await findLiveAcceptance(work.trx, question.id);
  if (before?.answer_id === answer.id) {
    if (before.doubted_at !== null) await endDoubt(work, before);
    return answer;
  }

  await holdMembers(work, [...(before ? [before.author_id] : []), answer.author_id]);
  if (before) await withdrawAcceptance(work, before, 'another-accepted');
  await insertAcceptance(work, { question, answer });
  return answer;
}

/**
 * A moderator says on the asker's behalf which answer solved the question: never on their own
 * question or answer, and never over the asker's own word (409).
 */
export async function acceptForAsker(work: Work, id: AnswerId): Promise<AcceptanceRow> {
  const moderator = actingMember(work);
  const { answer, question } = await holdAnswer(work, id);
  if (!mayAcceptForAsker(moderator, question, answer)) {
    throw new NotAllowed('A moderator who has no part in this thread can accept for the asker.');
  }
  if (question.removed_at ?? answer.removed_at) {
    throw new Conflict('This has been removed, so it can’t be accepted.');
  }
  if (question.state !== 'open' || (await findLiveAcceptance(work.trx, question.id))) {
    throw new Conflict('The asker has said meanwhile how it ended.');
  }
  await holdMembers(work, [answer.author_id]);
  return insertAcceptance(work, { question, answer });
}

/**
 * Makes anew the acceptance that ended when staff took the question or the answer down: a new
 * event, which the rules decide afresh. Nothing if the answer is still down, or the asker doubted it.
 */
export async function reinstateAcceptance(work: Work, question: QuestionRow): Promise<void> {
  const before = await findLastAcceptance(work.trx, question.id);
  if (before?.withdrawn_because !== 'removed' || before.doubted_at !== null) return;
  const { answer } = await holdAnswer(work, before.answer_id);
  const isOfIt = [question.id, question.merged_into].includes(answer.question_id);
  if (isOfIt && answer.removed_at === null) await insertAcceptance(work, { question, answer });
}
