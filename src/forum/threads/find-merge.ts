import type { Knex } from 'knex';

import type { QuestionId, QuestionMergeRow } from '../rows.ts';

/** The merge by which a question leads to another now; undefined for one that stands for itself. */
export const findMerge = (db: Knex, source_id: QuestionId): Promise<QuestionMergeRow | undefined> =>
  db('question_merges').where({ source_id, undone_at: null }).first();
