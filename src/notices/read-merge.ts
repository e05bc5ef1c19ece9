import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { QuestionMergeId, QuestionMergeRow, QuestionRow } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';
import type { Work } from '../work.ts';

/** A merge with both questions, as members are told of it. */
export type Told = { merge: QuestionMergeRow; source: QuestionRow; target: QuestionRow };

/** By which nobody is told of the same merge twice, whatever they have to do with it. */
export const keyOf = ({ id }: QuestionMergeRow, memberId: MemberId) =>
  `merged.${String(id)}.${String(memberId)}`;

/** A merge that there is, with its questions as they are now. */
export async function readMerge(work: Work, id: QuestionMergeId): Promise<Told> {
  const merge = await findMergeRow(work.trx, id);
  const ids = [merge.source_id, merge.target_id];
  const both = await work.trx('questions').whereIn('id', ids);
  const [source, target] = ids.map((one) => both.find((row) => row.id === one));
  assert(source && target, 'a merge is of two questions');
  return { merge, source, target };
}

/** The row of a merge that there is. */
export async function findMergeRow(db: Knex, id: QuestionMergeId): Promise<QuestionMergeRow> {
  const merge = await db('question_merges').where({ id }).first();
  assert(merge, 'what is told of happened');
  return merge;
}
