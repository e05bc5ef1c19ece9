import type { Knex } from 'knex';

import type { Markdown } from '../../forum/markdown.ts';
import type { PostRef } from '../../forum/posts.ts';
import { Conflict } from '../../refusals.ts';
import type { PersonalDataFindingRow } from '../../trust/rows.ts';
import type { Work } from '../../work.ts';
import { maskFindings } from '../posts/decide-finding.ts';

/** Hides all that looks personal in a post from readers; nothing found that is not hidden: 409. */
export async function maskPost(
  work: Work,
  markdown: Markdown,
  ref: PostRef,
  reason: string,
): Promise<void> {
  const findings = await readMaskable(work.trx, ref);
  if (findings.length === 0) {
    throw new Conflict('There is nothing in it that we could mask. Remove it instead.');
  }
  await maskFindings(work, markdown, findings, reason);
}

/** What looks personal in a post and has not been decided to stay hidden. */
export const readMaskable = (db: Knex, ref: PostRef): Promise<PersonalDataFindingRow[]> =>
  db('personal_data_findings')
    .where(columnOf(ref))
    .whereIn('state', ['waiting', 'shown'])
    .orderBy('id');

function columnOf(ref: PostRef) {
  if ('question' in ref) return { question_id: ref.question };
  return 'answer' in ref ? { answer_id: ref.answer } : { comment_id: ref.comment };
}
