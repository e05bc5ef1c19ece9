import { putBack } from '../../forum/put-back.ts';
import { takeDown } from '../../forum/take-down.ts';
import type { PostRef } from '../../forum/posts.ts';
import type { RemovalRow } from '../../forum/rows.ts';
import { Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator, actingReviewer } from '../acting-moderator.ts';
import { logAct } from '../log.ts';

/** A moderator takes a post down, says why, and with an accepted answer its reward goes too. */
export async function removePost(
  work: Work,
  ref: PostRef,
  { reason, note }: Pick<RemovalRow, 'reason' | 'note'>,
): Promise<void> {
  actingModerator(work);
  await takeDown(work, ref, { reason, note });
  await logAct(work, { act: 'removed', subject: nameOf(ref), reason, note });
}

/**
 * A moderator puts a post back, says why, and an acceptance that fell with it is made anew, or
 * stands again just `asItWas`, which on appeal is for an admin, too.
 */
export async function restorePost(
  work: Work,
  ref: PostRef,
  because: string,
  { asItWas = false } = {},
): Promise<void> {
  if (asItWas) actingReviewer(work);
  else actingModerator(work);
  if (because.trim() === '') throw new Invalid({ note: 'Say why it comes back.' });
  await putBack(work, ref, because, { asItWas });
  await logAct(work, { act: 'restored', subject: nameOf(ref), note: because });
}

const nameOf = (ref: PostRef) =>
  Object.entries(ref)
    .map(([kind, id]) => `${kind}:${String(id)}`)
    .join();
