import { Conflict } from '../refusals.ts';
import type { Work } from '../work.ts';
import { holdPost, postFactsOf, setRemoved, type HeldPost } from './held-post.ts';
import { tellWatchers } from './live/tell-watchers.ts';
import type { PostRef } from './posts.ts';
import { reviewWait } from './unanswered/review-wait.ts';
import { refreshSearch } from './search/search-document.ts';

/**
 * Keeps a post from everybody but whoever wrote it and moderators, until it is let through. It is
 * hidden by the same rule as what was removed, and leaves no tombstone.
 */
export async function holdBack(work: Work, ref: PostRef): Promise<void> {
  const held = await holdPost(work, ref);
  if (held.post.removed_at !== null) return;
  await setRemoved(work, held, work.at);
  await markHeld(work, held);
  await refreshSearch(work, held.question.id);
  await tellWatchers(work, { questionId: held.question.id });
  await reviewWait(work, { questionId: held.question.id });
}

/** Shows a post that was held back, from now on; refuses one that is not (409). */
export async function letThrough(work: Work, ref: PostRef): Promise<void> {
  const held = await holdPost(work, ref);
  if (held.post.held_at === null) throw new Conflict('Readers can see this already.');
  await setRemoved(work, held, null);
  await refreshSearch(work, held.question.id);
  await work.record('post let through', postFactsOf(held));
}

const markHeld = async ({ trx, at }: Work, { kind, post }: HeldPost): Promise<void> => {
  if (kind === 'question') await trx('questions').where({ id: post.id }).update({ held_at: at });
  else if (kind === 'answer') await trx('answers').where({ id: post.id }).update({ held_at: at });
  else await trx('comments').where({ id: post.id }).update({ held_at: at });
};
