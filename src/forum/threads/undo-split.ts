import { Conflict, found, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { holdQuestion } from '../hold.ts';
import { mayModerate, mayUndoThread } from '../permissions.ts';
import type { AnswerId, QuestionId, QuestionRow, QuestionSplitRow } from '../rows.ts';
import { refreshSearch } from '../search/search-document.ts';
import { takeTurn } from './hold-pair.ts';
import { moveAnswers } from './move-answers.ts';
import { bringBackComments, showOpening } from './move-opening.ts';

type Split = { split: QuestionSplitRow; from: QuestionRow; to: QuestionRow };

/**
 * A moderator takes a split back within its days: all that moved is where it was, and the address
 * of what was its own question leads there. Refuses (409) once that question has grown: with an
 * acceptance, an edit or anything said there since it is for merging.
 */
export async function undoSplit(
  work: Work,
  { question: id, reason }: { question: QuestionId; reason: string },
): Promise<QuestionSplitRow> {
  const moderator = actingMember(work);
  if (!mayModerate(moderator)) throw new NotAllowed('Only moderators can take a split back.');
  const held = await holdSplit(work, id);
  const { split, from, to } = held;
  const done = { done_at: split.split_at, undone_at: split.undone_at };
  if (!mayUndoThread(done, work.at)) throw new Conflict('It is too late to take this back.');
  refuseUnlessBothStand(held);
  await refuseGrown(work, held);

  await moveAnswers(work, { from: to, to: from }, split.answer_ids as AnswerId[]);
  await showOpening(work, split);
  await bringBackComments(work, split);
  await leadBack(work, held);
  await work
    .trx('question_splits')
    .where({ id: split.id })
    .update({ undone_by: moderator.id, undone_at: work.at, undone_because: reason });
  for (const question of [from, to]) await refreshSearch(work, question.id);
  await work.trx('topics').where({ id: to.topic_id }).decrement('question_count', 1);
  await work.record('split undone', {
    ...{ splitId: split.id, questionId: to.id, fromId: from.id },
  });
  return split;
}

/** The older of the two first, as everybody holds them. */
async function holdSplit(work: Work, to_id: QuestionId): Promise<Split> {
  await takeTurn(work);
  const row = await work.trx('question_splits').where({ to_id, undone_at: null }).first();
  const split = found<QuestionSplitRow>(row, 'split');
  const from = await holdQuestion(work, split.from_id);
  return { split, from, to: await holdQuestion(work, to_id) };
}

function refuseUnlessBothStand({ from, to }: Split): void {
  if ([from, to].some(({ merged_into }) => merged_into !== null)) {
    throw new Conflict('One of the two was merged since. Take that back first.');
  }
  if ([from, to].some(({ removed_at }) => removed_at !== null)) {
    throw new Conflict('One of the two is removed. Put that back first.');
  }
}

async function refuseGrown({ trx }: Work, { split, to }: Split): Promise<void> {
  const { answer_ids } = split;
  const its = { question_id: to.id };
  const accepted = await trx('acceptances')
    .where({ ...its, withdrawn_at: null })
    .first('id');
  const answers = await trx('answers').where(its).pluck('id');
  const comments = await trx('comments')
    .where({ ...its, answer_id: null })
    .whereNotIn(
      'id',
      trx('question_split_comments').where({ split_id: split.id }).select('comment_id'),
    );
  const further = await trx('question_splits').where({ from_id: to.id, undone_at: null }).first();
  const merged = await trx('question_merges').where({ target_id: to.id, undone_at: null }).first();
  if (accepted) throw new Conflict('An answer has been accepted there since.');
  if (merged) throw new Conflict('Another was merged into it since. Take that back first.');
  if (further) throw new Conflict('Some of it was split off again. Take that back first.');
  if (answers.some((id) => !answer_ids.includes(id)) || comments.length > 0) {
    throw new Conflict('Somebody has written there since. Merge it into the first one instead.');
  }
  if (to.version > 1) {
    throw new Conflict('It was edited since. Merge it into the first one instead.');
  }
}

/**
 * Every address that led to it leads to what it came out of, without a stop on the way; that is as
 * active as it was, or as it has become since.
 */
async function leadBack({ trx }: Work, { split, from, to }: Split): Promise<void> {
  await trx('questions')
    .where({ id: to.id })
    .orWhere({ merged_into: to.id })
    .update({ merged_into: from.id });
  await trx('questions')
    .where({ id: from.id })
    .where('last_activity_at', '<', split.active_before)
    .update({ last_activity_at: split.active_before });
}
