import type { Knex } from 'knex';

import type { PostRef } from '../../forum/posts.ts';
import type { NewPersonalDataFindingRow, PersonalDataFindingRow } from '../rows.ts';

/** The fingerprints of what a moderator has said to show in a post. */
export async function readShown(db: Knex, post: PostRef): Promise<ReadonlySet<string>> {
  const rows = await db('personal_data_findings')
    .where({ ...keyOf(post), state: 'shown' })
    .select('fingerprint');
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}

/** Everything that was ever found in a post, whatever became of it. */
export const readFindingsOf = (db: Knex, post: PostRef): Promise<PersonalDataFindingRow[]> =>
  db('personal_data_findings').where(keyOf(post)).orderBy('id');

/** The post's columns in `personal_data_findings`: exactly one is filled. */
export function keyOf(
  post: PostRef,
): Pick<NewPersonalDataFindingRow, 'question_id' | 'answer_id' | 'comment_id'> {
  if ('question' in post) return { question_id: post.question };
  return 'answer' in post ? { answer_id: post.answer } : { comment_id: post.comment };
}
