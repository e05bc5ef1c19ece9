import assert from 'node:assert/strict';

import { Conflict, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { countQuestion, insertQuestion, type Asked } from '../ask-question.ts';
import { holdQuestion, refuseRemoved } from '../hold.ts';
import type { Markdown } from '../markdown.ts';
import { mayModerate, maySplit } from '../permissions.ts';
import type { QuestionId, QuestionRow, QuestionSplitRow } from '../rows.ts';
import { refreshSearch } from '../search/search-document.ts';
import { takeTurn } from './hold-pair.ts';
import { moveAnswers } from './move-answers.ts';
import { carryComments, hideOpening } from './move-opening.ts';
import { askedAt, pickPosts, postsOf, type Picked, type Picks } from './pick-posts.ts';

export type Splitting = { question: QuestionId; picks: Picks; asked: Asked; reason: string };

/**
 * A moderator makes a question of its own of what answers something else. The oldest of what they
 * picked is its text and whoever wrote that has asked it, then; the rest is said in reply, with all
 * that belongs to it. Followers stay where they are. Refuses (409) what stands accepted.
 */
export async function splitQuestion(
  work: Work,
  markdown: Markdown,
  { question: id, picks, asked, reason }: Splitting,
): Promise<QuestionSplitRow> {
  if (!mayModerate(actingMember(work))) throw new NotAllowed('Only moderators can split threads.');
  const from = await holdToSplit(work, id);
  const picked = await pickPosts(work.trx, from, picks);
  await refuseUnlessFree(work, from, picked);

  const to = await insertQuestion(work, markdown, {
    ...{ ...asked, author_id: picked.opening.post.author_id, asked_at: askedAt(picked.opening) },
    reason: 'Split off from another question',
  });
  const split = await insertSplit(work, { from, to, picked, reason });
  await moveAnswers(
    ...[work, { from, to }],
    picked.answers.map((answer) => answer.id),
  );
  await hideOpening(work, split);
  await carryComments(work, split, picked);
  await settleActivity(work, { from, to, picked });
  for (const question of [from, to]) await refreshSearch(work, question.id);
  await countQuestion(work, to);
  await work.record('question split', {
    ...{ splitId: split.id, questionId: to.id, fromId: from.id },
  });
  return split;
}

async function holdToSplit(work: Work, id: QuestionId): Promise<QuestionRow> {
  await takeTurn(work);
  const question = await holdQuestion(work, id);
  refuseRemoved(question);
  return question;
}

async function refuseUnlessFree(work: Work, from: QuestionRow, picked: Picked): Promise<void> {
  const posts = postsOf(picked);
  if (!maySplit(actingMember(work), from, posts)) {
    throw new NotAllowed('A moderator who neither asked nor wrote what moves can split a thread.');
  }
  const { opening, answers } = picked;
  const moving = [...answers, ...(opening.kind === 'answer' ? [opening.post] : [])];
  const ids = moving.map(({ id }) => id);
  const accepted = await work
    .trx('acceptances')
    .whereIn('answer_id', ids)
    .where({ withdrawn_at: null })
    .first('id');
  if (accepted) throw new Conflict('One of these stands accepted, so it belongs to this question.');
}

type Parts = { from: QuestionRow; to: QuestionRow; picked: Picked };

async function insertSplit(
  work: Work,
  { from, to, picked, reason }: Parts & { reason: string },
): Promise<QuestionSplitRow> {
  const { opening, answers } = picked;
  const [split] = await work
    .trx('question_splits')
    .insert({
      ...{ from_id: from.id, to_id: to.id, reason, active_before: from.last_activity_at },
      ...{ split_by: actingMember(work).id, split_at: work.at },
      opening_answer_id: opening.kind === 'answer' ? opening.post.id : null,
      opening_comment_id: opening.kind === 'comment' ? opening.post.id : null,
      answer_ids: answers.map(({ id }) => id),
    })
    .returning('*');
  assert(split, 'the split was written');
  return split;
}

/** Each was last active with its last answer, or when it was asked; comments do not count. */
async function settleActivity({ trx }: Work, { from, to, picked }: Parts): Promise<void> {
  const { opening, answers } = picked;
  const moved = answers.map(({ answered_at }) => answered_at);
  await trx('questions')
    .where({ id: to.id })
    .update({ last_activity_at: latest([to.asked_at, ...moved]) });
  const gone = latest([...moved, ...(opening.kind === 'answer' ? [askedAt(opening)] : [])]);
  if (gone < from.last_activity_at) return;
  const left = trx('answers').where({ question_id: from.id, removed_at: null });
  const times = await left.pluck('answered_at');
  await trx('questions')
    .where({ id: from.id })
    .update({ last_activity_at: latest([from.asked_at, ...times]) });
}

const latest = (times: readonly Date[]) =>
  new Date(Math.max(0, ...times.map((time) => time.getTime())));
