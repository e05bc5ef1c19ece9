import assert from 'node:assert/strict';

import { holdMembers } from '../members/hold-members.ts';
import { Conflict, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { reinstateAcceptance } from './accept-answer.ts';
import { findAcceptanceEndedWith, resumeAcceptance } from './resume-acceptance.ts';
import { holdPost, postFactsOf, removalKeyOf, setRemoved, type HeldPost } from './held-post.ts';
import { holdMergedInto } from './hold-acceptances.ts';
import { mayPutBack } from './permissions.ts';
import type { PostRef } from './posts.ts';
import type { QuestionRow, RemovalRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';

/**
 * Puts back what was taken down. An acceptance that fell with it is made anew, unless the asker
 * has decided otherwise since; `asItWas` lets the very same acceptance stand again. Refuses what
 * is not down (409), and an answer whose question is.
 */
export async function putBack(
  work: Work,
  ref: PostRef,
  because: string,
  { asItWas = false } = {},
): Promise<RemovalRow> {
  const moderator = actingMember(work);
  if (!mayPutBack(moderator, { asItWas }))
    throw new NotAllowed('Only moderators can restore posts.');
  const held = await holdPost(work, ref);
  refuseUnlessDown(held);

  const [removal] = await work
    .trx('removals')
    .where({ ...removalKeyOf(held), restored_at: null })
    .update({ restored_by: moderator.id, restored_at: work.at, restored_because: because })
    .returning('*');
  assert(removal, 'what is down was taken down');
  await setRemoved(work, held, null);
  if (removal.withdrew_acceptance) await bringBackAcceptances(work, held, { removal, asItWas });
  await refreshSearch(work, held.question.id);
  await work.record('post restored', postFactsOf(held));
  return removal;
}

/** What was accepted for a question that was merged into this one comes back with it. */
async function bringBackAcceptances(
  work: Work,
  { question }: HeldPost,
  { removal, asItWas }: { removal: RemovalRow; asItWas: boolean },
): Promise<void> {
  const merged = await holdMergedInto(work, question);
  const open = [question, ...merged].filter(({ state }) => state === 'open');
  await holdThanked(work, open);
  for (const asked of open) {
    const ended = await findAcceptanceEndedWith(work.trx, asked, removal);
    if (asItWas && ended) await resumeAcceptance(work, ended);
    else if (ended ?? asked === question) await reinstateAcceptance(work, asked);
  }
}

/** Whoever was thanked with an acceptance that fell, all at once, for there may be several. */
async function holdThanked(work: Work, questions: readonly QuestionRow[]): Promise<void> {
  const authors = await work
    .trx('acceptances')
    .whereIn(
      'question_id',
      questions.map(({ id }) => id),
    )
    .where({ withdrawn_because: 'removed' })
    .distinct()
    .pluck('author_id');
  await holdMembers(work, authors);
}

function refuseUnlessDown({ kind, post, question }: HeldPost): void {
  if (post.held_at !== null) throw new Conflict('This waits for a look, and was not removed.');
  if (post.removed_at === null) throw new Conflict('This is not removed any more.');
  if (kind === 'answer' && question.removed_at !== null) {
    throw new Conflict('The question is removed as well. Restore that first.');
  }
}
