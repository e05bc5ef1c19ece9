import { Conflict, found } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { refuseRemoved } from '../hold.ts';
import type { QuestionId, QuestionRow } from '../rows.ts';

/** Two questions that stand, each for itself. */
export type Pair = { source: QuestionRow; target: QuestionRow };

/**
 * Two questions held still in the order of their ids. Refuses (409, 410) unless readers can see
 * both and neither was merged.
 */
export async function holdPair(
  work: Work,
  ids: { source: QuestionId; target: QuestionId },
): Promise<Pair> {
  await takeTurn(work);
  const both = work.trx('questions').whereIn('id', [ids.source, ids.target]).orderBy('id');
  refuseRemoved(...Object.values(pairOf(await both.clone(), ids)));
  const pair = pairOf(await both.forUpdate(), ids);
  refuseRemoved(pair.source, pair.target);
  return pair;
}

/**
 * Merges, and what takes them back, come one after another, so that nobody holds a question that
 * was merged and waits for the one that it was merged into.
 */
export async function takeTurn({ trx }: Work): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtext('goodline merges'))`);
}

function pairOf(
  rows: readonly QuestionRow[],
  ids: { source: QuestionId; target: QuestionId },
): Pair {
  const one = (wanted: QuestionId) =>
    found(
      rows.find(({ id }) => id === wanted),
      'question',
    );
  if (ids.source === ids.target) throw new Conflict('That is the same question.');
  return { source: one(ids.source), target: one(ids.target) };
}
