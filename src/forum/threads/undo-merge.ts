import { Conflict, found, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { findLiveAcceptance } from '../acceptances.ts';
import { holdQuestion } from '../hold.ts';
import { mayModerate, mayUndoThread } from '../permissions.ts';
import type { AnswerId, QuestionId, QuestionMergeRow, QuestionRow } from '../rows.ts';
import { refreshSearch } from '../search/search-document.ts';
import { bringBackFollowers, bringBackMeToos, bringBackVotes } from './bring-back-followers.ts';
import { findMerge } from './find-merge.ts';
import { takeTurn, type Pair } from './hold-pair.ts';
import { moveAnswers } from './move-answers.ts';

export type Undoing = { source: QuestionId; reason: string };

/**
 * A moderator takes a merge back within its days: all that moved moves back, and what has been
 * said and given at the target since stays there. Refuses (409) once there is nothing to take back,
 * while the target is merged or removed itself, and where its asker accepted an answer that moved.
 */
export async function undoMerge(
  work: Work,
  { source: id, reason }: Undoing,
): Promise<QuestionMergeRow> {
  const moderator = actingMember(work);
  if (!mayModerate(moderator)) throw new NotAllowed('Only moderators can take a merge back.');
  const { merge, pair } = await holdMerged(work, id);
  const done = { done_at: merge.merged_at, undone_at: merge.undone_at };
  if (!mayUndoThread(done, work.at)) throw new Conflict('It is too late to take this back.');
  await refuseIfBuiltUpon(work, merge, pair);

  await bringBack(work, merge, pair);
  await work
    .trx('question_merges')
    .where({ id: merge.id })
    .update({ undone_by: moderator.id, undone_at: work.at, undone_because: reason });
  for (const question of [pair.source, pair.target]) await refreshSearch(work, question.id);
  await work.record('merge undone', { mergeId: merge.id });
  return merge;
}

/** What the source leads to is held first, as by all who act upon answers that moved. */
async function holdMerged(work: Work, id: QuestionId) {
  await takeTurn(work);
  const merge = found(await findMerge(work.trx, id), 'merge');
  const target = await holdQuestion(work, merge.target_id);
  const source = await holdQuestion(work, id);
  return { merge, pair: { source, target } };
}

async function refuseIfBuiltUpon(
  work: Work,
  { answer_ids, merged_at }: QuestionMergeRow,
  { target }: Pair,
): Promise<void> {
  if (target.merged_into !== null) {
    throw new Conflict('The question it went into was merged as well. Take that back first.');
  }
  if (target.removed_at !== null) {
    throw new Conflict('The question it went into is removed. Put that back first.');
  }
  const accepted = await findLiveAcceptance(work.trx, target.id);
  if (accepted && answer_ids.includes(accepted.answer_id)) {
    throw new Conflict('An answer that moved has been accepted there since.');
  }
  const splits = work.trx('question_splits').where({ from_id: target.id, undone_at: null });
  const taken = (await splits.andWhere('split_at', '>=', merged_at)).flatMap((split) => [
    ...[...split.answer_ids, split.opening_answer_id],
  ]);
  if (taken.some((id) => id !== null && answer_ids.includes(id))) {
    throw new Conflict('An answer that moved was split off since. Take that back first.');
  }
}

async function bringBack(work: Work, merge: QuestionMergeRow, pair: Pair): Promise<void> {
  const { source, target } = pair;
  await moveAnswers(work, { from: target, to: source }, merge.answer_ids as AnswerId[]);
  await bringBackFollowers(work, merge, pair);
  await bringBackMeToos(work, merge, pair);
  await bringBackVotes(work, merge, pair);
  await standAgain(work, source);
  await work
    .trx('questions')
    .where({ id: target.id, last_activity_at: merge.active_after })
    .update({ last_activity_at: merge.active_before });
}

/** Its own address again, and for all that had been merged into it, or split off and back, before. */
async function standAgain({ trx }: Work, source: QuestionRow): Promise<void> {
  await trx('questions').where({ id: source.id }).update({ merged_into: null });
  const earlier = trx('question_merges').where({ target_id: source.id, undone_at: null });
  const back = trx('question_splits').where({ from_id: source.id }).whereNotNull('undone_at');
  await trx('questions')
    .whereIn('id', earlier.select('source_id'))
    .orWhereIn('id', back.select('to_id'))
    .update({ merged_into: source.id });
  if (source.removed_at !== null) return;
  await trx('topics').where({ id: source.topic_id }).increment('question_count', 1);
}
