import assert from 'node:assert/strict';

import type { Split } from '../forum/facts.ts';
import type { QuestionRow, QuestionSplitRow } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { carryMutes } from './carry-mutes.ts';
import { tell } from './tell.ts';
import { questionUrl } from './thread-link.ts';

/**
 * A question came out of another: whoever asked either and whoever wrote what moved is told, each
 * once. Who had muted the first hears nothing of the other, but whoever has asked it now.
 */
export async function tellOfSplit(work: Work, { splitId }: Split): Promise<void> {
  const told = await readSplit(work, splitId);
  const { split, from, to } = told;
  const authors = (await readAuthors(work, split)).filter((id) => id !== to.author_id);
  await carryMutes(work, { source_id: from.id, target_id: to.id, follower_ids: authors });
  await tellOne(work, told, {
    memberId: to.author_id,
    text:
      `What you wrote at “${from.title}” asks something of its own, so our team has made a ` +
      `question of it: “${to.title}”. You follow it, and can accept an answer to it.`,
  });
  for (const memberId of authors) {
    const text =
      `What you wrote at “${from.title}” answers something else, so our team has moved it to ` +
      `a question of its own, with all that belongs to it: “${to.title}”.`;
    await tellOne(work, told, { memberId, text });
  }
  const text = `Part of what was said at “${from.title}” is a question of its own now: “${to.title}”.`;
  await tellOne(work, told, { memberId: from.author_id, text });
}

/** It was taken back: whoever was told of it is told of that. */
export async function tellOfSplitUndone(work: Work, { splitId }: Split): Promise<void> {
  const { split, from, to } = await readSplit(work, splitId);
  const authors = await readAuthors(work, split);
  for (const memberId of new Set([to.author_id, ...authors, from.author_id])) {
    await tell(work, {
      ...{ kind: 'unsplit', memberId, about: { questionId: from.id } },
      dedupeKey: `un${keyOf(split, memberId)}`,
      subject: `Back where it was: ${from.title}`,
      text:
        `Our team had made a question of its own, “${to.title}”, of part of “${from.title}”, and ` +
        'has taken that back. All of it is where it was.',
      button: { label: 'Go to the question', url: questionUrl(work.operator, from) },
    });
  }
}

type Told = { split: QuestionSplitRow; from: QuestionRow; to: QuestionRow };

const tellOne = (
  work: Work,
  { split, to }: Told,
  { memberId, text }: { memberId: MemberId; text: string },
): Promise<void> =>
  tell(work, {
    ...{ kind: 'split', memberId, about: { questionId: to.id }, text },
    dedupeKey: keyOf(split, memberId),
    subject: `A question of its own: ${to.title}`,
    button: { label: 'Go to the question', url: questionUrl(work.operator, to) },
  });

const keyOf = ({ id }: QuestionSplitRow, memberId: MemberId) =>
  `split.${String(id)}.${String(memberId)}`;

/** Whoever wrote what moved, but for its comments that went along; wherever that is by now. */
async function readAuthors({ trx }: Work, split: QuestionSplitRow): Promise<MemberId[]> {
  const { rows } = await trx.raw<{ rows: { author_id: MemberId }[] }>(
    `select author_id from answers where id = any(:answers) and removed_at is null
      union
     select c.author_id from question_split_comments s join comments c on c.id = s.comment_id
      where s.split_id = :id and c.removed_at is null
        and s.answer_id is distinct from :opening::int
      order by author_id`,
    { answers: split.answer_ids, id: split.id, opening: split.opening_answer_id },
  );
  return rows.map(({ author_id }) => author_id);
}

async function readSplit({ trx }: Work, id: Split['splitId']): Promise<Told> {
  const split = await trx('question_splits').where({ id }).first();
  assert(split, 'what is told of happened');
  const both = await trx('questions').whereIn('id', [split.from_id, split.to_id]);
  const [from, to] = [split.from_id, split.to_id].map((one) => both.find((row) => row.id === one));
  assert(from && to, 'a split is of two questions');
  return { split, from, to };
}
