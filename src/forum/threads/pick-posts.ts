import type { Knex } from 'knex';

import { Conflict, Invalid } from '../../refusals.ts';
import type { PostRow } from '../posts.ts';
import type { AnswerId, AnswerRow, CommentId, CommentRow, QuestionRow } from '../rows.ts';

/** What a moderator ticks in a thread. */
export type Picks = { answers: readonly AnswerId[]; comments: readonly CommentId[] };

/** The post that becomes the text of the new question. */
export type Opening = { kind: 'answer'; post: AnswerRow } | { kind: 'comment'; post: CommentRow };

/** What is split off: the first of it asks, the rest is said in reply. */
export type Picked = { opening: Opening; answers: AnswerRow[]; comments: CommentRow[] };

/**
 * The posts that were ticked in a thread, the oldest of them first as what is asked. Comments of
 * answers that move go with them. Refuses none at all (422), and what readers cannot see (409).
 */
export async function pickPosts(
  db: Knex,
  { id: question_id }: Pick<QuestionRow, 'id'>,
  picks: Picks,
): Promise<Picked> {
  const standing = () => db('answers').where({ question_id, removed_at: null });
  const answers = await standing()
    .whereIn('id', [...picks.answers])
    .orderBy('id');
  const comments = await db('comments')
    .where({ question_id, removed_at: null })
    .whereIn('id', [...picks.comments])
    .where((on) => {
      void on.whereNull('answer_id').orWhereIn('answer_id', standing().select('id'));
    })
    .orderBy('id');
  if (answers.length + comments.length < picks.answers.length + picks.comments.length) {
    throw new Conflict('Some of that has gone meanwhile. Go back and pick again.');
  }
  const opening = earliest(answers, comments);
  const rest = answers.filter((answer) => opening.post !== answer);
  const goAlong = new Set(answers.map(({ id }) => id));
  return {
    ...{ opening, answers: rest },
    comments: comments.filter(
      (comment) =>
        opening.post !== comment && (comment.answer_id === null || !goAlong.has(comment.answer_id)),
    ),
  };
}

/** When the post that asks was written: then the question was asked. */
export const askedAt = (opening: Opening): Date =>
  opening.kind === 'answer' ? opening.post.answered_at : opening.post.made_at;

/** All that was picked, for whoever asks who wrote it. */
export const postsOf = ({ opening, answers, comments }: Picked): PostRow[] => [
  ...[opening.post, ...answers, ...comments],
];

function earliest(answers: readonly AnswerRow[], comments: readonly CommentRow[]): Opening {
  const posts: Opening[] = [
    ...answers.map((post) => ({ kind: 'answer', post }) as const),
    ...comments.map((post) => ({ kind: 'comment', post }) as const),
  ];
  const [first] = posts.sort((one, other) => askedAt(one).getTime() - askedAt(other).getTime());
  if (!first) throw new Invalid({ posts: 'Tick what belongs to another question.' });
  return first;
}
