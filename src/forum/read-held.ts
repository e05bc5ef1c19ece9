import type { Knex } from 'knex';

import type { PostRef } from './posts.ts';

/** Whether a post waits for a look before readers see it. */
export async function isHeldBack(db: Knex, ref: PostRef): Promise<boolean> {
  const post =
    'question' in ref
      ? await db('questions').where({ id: ref.question }).first('held_at')
      : 'answer' in ref
        ? await db('answers').where({ id: ref.answer }).first('held_at')
        : await db('comments').where({ id: ref.comment }).first('held_at');
  return post !== undefined && post.held_at !== null;
}
