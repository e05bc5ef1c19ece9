import type { PostRef } from '../../forum/posts.ts';
import type { Work } from '../../work.ts';
import { keyOf } from './read-shown.ts';

/** Whoever wrote a post says that what waits in it is not personal; a moderator decides all the same. */
export async function disputeFindings(work: Work, post: PostRef): Promise<void> {
  const disputed = await work
    .trx('personal_data_findings')
    .where({ ...keyOf(post), state: 'waiting' })
    .update({ disputed: true })
    .returning('id');
  for (const { id } of disputed) await work.record('personal data disputed', { findingId: id });
}
