import assert from 'node:assert/strict';

import type { Work } from '../../work.ts';
import type { AnswerRow, QuestionSplitRow } from '../rows.ts';
import type { Picked } from './pick-posts.ts';

/** What became the text of a question is not read where it stood. */
export const hideOpening = (work: Work, split: QuestionSplitRow): Promise<void> =>
  setOpening(work, split, { removed_at: work.at, asked_as: split.to_id });

/** It is read where it stood again. */
export const showOpening = (work: Work, split: QuestionSplitRow): Promise<void> =>
  setOpening(work, split, { removed_at: null, asked_as: null });

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

async function setOpening(
  { trx }: Work,
  { from_id, opening_answer_id, opening_comment_id }: QuestionSplitRow,
  as: Pick<AnswerRow, 'removed_at' | 'asked_as'>,
): Promise<void> {
  if (opening_answer_id === null) {
    assert(opening_comment_id !== null, 'every split has one or the other');
    await trx('comments').where({ id: opening_comment_id }).update(as);
    return;
  }
  await trx('answers').where({ id: opening_answer_id }).update(as);
  const by = as.removed_at === null ? 1 : -1;
  await trx('questions').where({ id: from_id }).increment('answer_count', by);
}
