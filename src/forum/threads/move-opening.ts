import type { Work } from '../../work.ts';
import type { QuestionSplitRow } from '../rows.ts';
import type { Picked } from './pick-posts.ts';

/** What became the text of a question is not read where it stood. */
export async function hideOpening({ trx, at }: Work, split: QuestionSplitRow): Promise<void> {
  const hidden = { removed_at: at, asked_as: split.to_id };
  if (split.opening_answer_id === null) {
    await trx('comments').where(openingComment(split)).update(hidden);
    return;
  }
  await trx('answers').where({ id: split.opening_answer_id }).update(hidden);
  await trx('questions').where({ id: split.from_id }).decrement('answer_count', 1);
}

/** It is read where it stood again. */
export async function showOpening({ trx }: Work, split: QuestionSplitRow): Promise<void> {
  const shown = { removed_at: null, asked_as: null };
  if (split.opening_answer_id === null) {
    await trx('comments').where(openingComment(split)).update(shown);
    return;
  }
  await trx('answers').where({ id: split.opening_answer_id }).update(shown);
  await trx('questions').where({ id: split.from_id }).increment('answer_count', 1);
}

/** Comments that were picked, and those at what is the text now, stand at the new question. */
export async function carryComments(
  { trx }: Work,
  { id, to_id, opening_answer_id }: QuestionSplitRow,
  { comments }: Picked,
): Promise<void> {
  await trx.raw(
    `with moving as (
       insert into question_split_comments (split_id, comment_id, answer_id)
       select :id, c.id, c.answer_id from comments c
        where c.asked_as is null and (c.id = any(:picked) or c.answer_id = :opening::int)
       returning comment_id)
     update comments c set question_id = :to_id, answer_id = null
       from moving where c.id = moving.comment_id`,
    { id, to_id, picked: comments.map((comment) => comment.id), opening: opening_answer_id },
  );
}

/** They stand where they stood, which is with their answer wherever that is by now. */
export async function bringBackComments({ trx }: Work, split: QuestionSplitRow): Promise<void> {
  await trx.raw(
    `update comments c set question_id = coalesce(a.question_id, :from_id), answer_id = s.answer_id
       from question_split_comments s left join answers a on a.id = s.answer_id
      where s.split_id = :id and c.id = s.comment_id and c.question_id = :to_id`,
    { id: split.id, from_id: split.from_id, to_id: split.to_id },
  );
}

function openingComment({ opening_comment_id }: QuestionSplitRow) {
  return { id: opening_comment_id ?? undefined };
}
