import assert from 'node:assert/strict';

import type { Split } from '../../forum/facts.ts';
import { Conflict } from '../../refusals.ts';
import type { Work } from '../../work.ts';

/** No question is made of a post that was reported or looks like spam, until that is decided (409). */
export async function refuseUndecided(
  { trx }: Work,
  { splitId }: Pick<Split, 'splitId'>,
): Promise<void> {
  const split = await trx('question_splits').where({ id: splitId }).first();
  assert(split, 'what follows a split comes after it');
  const opening =
    split.opening_answer_id === null
      ? { comment_id: split.opening_comment_id }
      : { answer_id: split.opening_answer_id };
  const reported = await trx('report_cases')
    .where({ ...opening, decision: null })
    .first('id');
  const suspected = await trx('suspicions')
    .where({ ...opening, state: 'waiting' })
    .first('id');
  if (reported ?? suspected) {
    throw new Conflict('The first of these waits for a decision of our team. Decide that first.');
  }
}
