import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { QuestionRow } from './rows.ts';

/** A question's title as it was typed: for whoever wrote it and for moderators alone. */
export async function typedTitle(
  db: Knex,
  { id, version }: Pick<QuestionRow, 'id' | 'version'>,
): Promise<string> {
  const row = await db('question_versions').where({ question_id: id, version }).first('title');
  assert(row, 'every version of a question is kept');
  return row.title;
}
