import { Conflict, found } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { refuseRemoved } from '../hold.ts';
import type { QuestionId, QuestionRow } from '../rows.ts';

/** Two questions that stand, each for itself. */
export type Pair = { source: QuestionRow; target: QuestionRow };

/**
 * Two questions held still in the order of their ids, so that two who merge them either way wait
 * for each other. Refuses (409, 410) unless readers can see both and neither was merged.
 */
export async function holdPair(
  work: Work,
  ids: { source: QuestionId; target: QuestionId },
): Promise<Pair> {
  const rows = await work
    .trx('questions')
    .whereIn('id', [ids.source, ids.target])
    .orderBy('id')
    .forUpdate();
  const source = found(
    rows.find(({ id }) => id === ids.source),
    'question',
  );
  const target = found(
    rows.find(({ id }) => id === ids.target),
    'question',
  );
  if (source.id === target.id) throw new Conflict('That is the same question.');
  refuseRemoved(source, target);
  return { source, target };
}
