import type { Knex } from 'knex';

import type { QuestionId } from '../rows.ts';
import { findAlike, type Matcher } from './find-similar.ts';
import { percentOf, type Wanted } from './score.ts';

/** A question that likely asks the same, and how alike the titles are. */
export type Same = { id: QuestionId; percent: number };

/**
 * From this likeness on, in percent of the most there can be, two questions are offered as one.
 * Measured on BANKING77's training questions (`npm run similar -- measure`): 91 % of such pairs are
 * of one intent, and 62 % of questions are found in one; by letters alone 90 % and 33 %.
 */
export const SAME = 76;

/** How many pairs a question is part of for its own sake: more say no more. */
export const PAIRS_EACH = 3;

/** The questions that likely ask the same as this one, which is looked for as `wanted`. */
export async function findSame(
  db: Knex,
  matcher: Matcher,
  id: QuestionId,
  wanted: Wanted,
): Promise<Same[]> {
  const alike = await findAlike(db, matcher, id, wanted, PAIRS_EACH);
  return alike
    .map(({ id: other, score }) => ({ id: other, percent: percentOf(wanted, score) }))
    .filter(({ percent }) => percent >= SAME);
}
