import type { Knex } from 'knex';

import type { Work } from '../work.ts';
import { factsOf, findLastAcceptance } from './acceptances.ts';
import type { AcceptanceRow, QuestionRow, RemovalRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';

/** The acceptance of a question that ended with a removal, if nothing has become of it since. */
export async function findAcceptanceEndedWith(
  db: Knex,
  { id }: Pick<QuestionRow, 'id'>,
  { removed_at }: Pick<RemovalRow, 'removed_at'>,
): Promise<AcceptanceRow | undefined> {
  const last = await findLastAcceptance(db, id);
  const endedWith =
    last?.withdrawn_because === 'removed' && last.withdrawn_at?.getTime() === removed_at.getTime();
  if (!endedWith) return undefined;
  const answer = await db('answers').where({ id: last.answer_id }).first('removed_at');
  return answer?.removed_at === null ? last : undefined;
}

/**
 * Lets an acceptance stand again as if it had never ended: an appeal found that it should not have.
 * The question must be held by the caller, open and without another acceptance.
 */
export async function resumeAcceptance(work: Work, acceptance: AcceptanceRow): Promise<void> {
  const { id, question_id, doubted_at } = acceptance;
  await work
    .trx('acceptances')
    .where({ id })
    .update({ withdrawn_at: null, withdrawn_because: null });
  const state = doubted_at === null ? 'solved' : 'open';
  await work.trx('questions').where({ id: question_id }).update({ state });
  await refreshSearch(work, question_id);
  await work.record('acceptance reinstated', factsOf(acceptance));
  if (doubted_at !== null) await work.record('acceptance doubted', factsOf(acceptance));
}
