import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import type { PostRef } from '../../forum/posts.ts';
import { typedTitle } from '../../forum/typed-title.ts';

/** A post as it was typed, unmasked. */
export type Typed = { title: string | null; body: string; version: number; author_id: MemberId };

/** What was typed for a post: for whoever wrote it and for moderators alone. */
export async function readTyped(db: Knex, post: PostRef): Promise<Typed | undefined> {
  if ('question' in post) {
    const question = await db('questions').where({ id: post.question }).first();
    return question && { ...question, title: await typedTitle(db, question) };
  }
  if ('answer' in post) {
    const answer = await db('answers').where({ id: post.answer }).first();
    return answer && { ...answer, title: null };
  }
  const comment = await db('comments').where({ id: post.comment }).first();
  return comment && { ...comment, title: null, version: 1 };
}
