import assert from 'node:assert/strict';

import { holdMembers } from '../members/hold-members.ts';
import { Conflict, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { holdPost, postFactsOf, removalKeyOf, setRemoved, type HeldPost } from './held-post.ts';
import { holdLiveAcceptances } from './hold-acceptances.ts';
import { mayModerate } from './permissions.ts';
import type { PostRef } from './posts.ts';
import type { RemovalRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';
import { withdrawAcceptance } from './withdraw-acceptance.ts';

/**
 * Takes a post down: readers see a tombstone with the reason, and an acceptance that it was part
 * of ends, with its reward. Refuses what is down already (409).
 */
export async function takeDown(
  work: Work,
  ref: PostRef,
  { reason, note = '' }: { reason: RemovalRow['reason']; note?: string },
): Promise<RemovalRow> {
  const moderator = actingMember(work);
  if (!mayModerate(moderator)) throw new NotAllowed('Only moderators can remove posts.');
  const held = await holdPost(work, ref);
  if (held.post.held_at !== null) await setRemoved(work, held, null);
  else if (held.post.removed_at !== null) throw new Conflict('This was removed already.');

  const withdrew_acceptance = await withdrawIfAccepted(work, held);
  await setRemoved(work, held, work.at);
  const [removal] = await work
    .trx('removals')
    .insert({
      ...{ ...removalKeyOf(held), reason, note, withdrew_acceptance },
      ...{ removed_by: moderator.id, removed_at: work.at },
    })
    .returning('*');
  assert(removal, 'the removal was written');
  await refreshSearch(work, held.question.id);
  await work.record('post removed', postFactsOf(held));
  return removal;
}

/** An acceptance stands only while readers can see both the question and the answer. */
async function withdrawIfAccepted(work: Work, held: HeldPost): Promise<boolean> {
  const given = await holdLiveAcceptances(work, held);
  if (given.length === 0) return false;
  await holdMembers(
    work,
    given.map(({ author_id }) => author_id),
  );
  for (const acceptance of given) await withdrawAcceptance(work, acceptance, 'removed');
  return true;
}
