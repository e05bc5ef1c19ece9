import { writingMember } from '../members/writing-member.ts';
import { Conflict, NotFound } from '../refusals.ts';
import type { Work } from '../work.ts';
import { factsOf } from './acceptances.ts';
import { holdAnswer } from './hold.ts';
import { holdLiveAcceptances } from './hold-acceptances.ts';
import { mayAccept, mayWithdrawTheirs } from './permissions.ts';
import type { AcceptanceRow, AnswerId, AnswerRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';

/**
 * The asker takes back that an answer solved the question, which is open again; also whoever had
 * accepted it for a question that was merged into this one since.
 */
export async function withdrawAcceptanceOf(work: Work, id: AnswerId): Promise<AnswerRow> {
  const asker = writingMember(work);
  const { answer, question } = await holdAnswer(work, id);
  const given = await holdLiveAcceptances(work, { kind: 'answer', post: answer, question });
  const theirs = given.filter((acceptance) => mayWithdrawTheirs(asker, acceptance));
  if (theirs.length === 0 && !mayAccept(asker, question)) {
    throw new NotFound('Only whoever asked the question can withdraw its acceptance.');
  }
  const acceptance = theirs.find(({ question_id }) => question_id === question.id) ?? theirs[0];
  if (!acceptance) throw new Conflict('This answer is not the accepted one any more.');
  await withdrawAcceptance(work, acceptance, 'asker');
  return answer;
}

/** Ends an acceptance for a reason; its row stays. The question must be held by the caller. */
export async function withdrawAcceptance(
  work: Work,
  acceptance: AcceptanceRow,
  because: NonNullable<AcceptanceRow['withdrawn_because']>,
): Promise<void> {
  await work
    .trx('acceptances')
    .where({ id: acceptance.id, withdrawn_at: null })
    .update({ withdrawn_at: work.at, withdrawn_because: because });
  await work.trx('questions').where({ id: acceptance.question_id }).update({ state: 'open' });
  await refreshSearch(work, acceptance.question_id);
  await work.record('acceptance withdrawn', { ...factsOf(acceptance), because });
}
