import type { Work } from '../work.ts';
import { factsOf } from './acceptances.ts';
import type { AcceptanceRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';

/**
 * The asker says that what they accepted has not solved it after all. The question is open again;
 * the acceptance still stands, in doubt, until they accept anew or withdraw it. The question must
 * be held by the caller.
 */
export async function doubtAcceptance(work: Work, acceptance: AcceptanceRow): Promise<void> {
  await change(work, acceptance, { doubted_at: work.at });
  await work.record('acceptance doubted', factsOf(acceptance));
}

/** The asker accepts what they doubted: it solved the question after all. */
export async function endDoubt(work: Work, acceptance: AcceptanceRow): Promise<void> {
  await change(work, acceptance, { doubted_at: null });
  await work.record('doubt ended', factsOf(acceptance));
}

async function change(
  work: Work,
  { id, question_id }: AcceptanceRow,
  { doubted_at }: Pick<AcceptanceRow, 'doubted_at'>,
): Promise<void> {
  await work.trx('acceptances').where({ id }).update({ doubted_at });
  const state = doubted_at === null ? 'solved' : 'open';
  await work.trx('questions').where({ id: question_id }).update({ state });
  await refreshSearch(work, question_id);
}
