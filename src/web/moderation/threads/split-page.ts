import { maySplit, THREAD_UNDO_DAYS } from '../../../forum/permissions.ts';
import type { QuestionRow, TopicRow } from '../../../forum/rows.ts';
import { postsOf, type Opening, type Picked } from '../../../forum/threads/pick-posts.ts';
import type { Thread, ThreadAnswer, ThreadComment } from '../../../forum/thread.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { form, type Field, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';
import { plainText, shorten } from '../../forum/stored-html.ts';
import type { Note } from '../../look/notes.ts';
import { markOf } from './split-picks.ts';

/** Part of a thread that is to be a question of its own, or to come back. */
export type SplitPage = {
  title: string;
  /** The question that it comes out of. */
  question: string;
  errors: Form['errors'];
  /** Where the posts are ticked; undefined once they are. */
  choice: SplitChoice | undefined;
  effect: Note | undefined;
  form: Form | undefined;
  back: string;
};

export type SplitChoice = {
  action: string;
  error: string | undefined;
  posts: readonly { value: string; label: string; at: Date; text: string }[];
};

type Needs = { errors?: FieldErrors | undefined; typed?: Typed | undefined };

/** Which posts answer something else? Those alone that can move. */
export function pickPage(
  { question, answers }: Thread,
  viewer: MemberRow,
  error: string | undefined,
): SplitPage {
  const posts = [
    ...question.comments.map((post) => ({ kind: 'comment', post }) as const),
    ...answers
      .filter(isFree)
      .flatMap((post) => [
        { kind: 'answer', post } as const,
        ...post.comments.map((comment) => ({ kind: 'comment', post: comment }) as const),
      ]),
  ].filter(({ post }) => post.removed_at === null && maySplit(viewer, question, [post]));
  return {
    ...{ title: 'Split this thread', question: question.title, effect: undefined, form: undefined },
    errors: error === undefined ? [] : [{ field: 'posts', message: error }],
    choice: { action: splitPath(question), error, posts: posts.map(lineOf) },
    back: questionPath(question),
  };
}

/** What was ticked, and the question that it becomes. */
export function previewPage(
  question: QuestionRow,
  picked: Picked,
  needs: Needs & { topics: readonly TopicRow[]; topic: string },
): SplitPage {
  const drawn = form(splitting(question, picked, needs), needs.errors, needs.typed);
  return {
    ...{ title: 'A question of its own', question: question.title, choice: undefined },
    ...{ effect: effectOf(picked), form: drawn, errors: drawn.errors },
    back: questionPath(question),
  };
}

/** It was split off: taking that back. */
export function undoSplitPage(to: QuestionRow, from: QuestionRow, needs: Needs): SplitPage {
  const fields = [LOGGED];
  const action = `${splitPath(to)}/undo`;
  const drawn = form({ action, submit: 'Put it back', fields }, needs.errors, needs.typed);
  return {
    ...{ title: 'Put it back where it was', question: from.title, choice: undefined },
    ...{ effect: UNDONE, form: drawn, errors: drawn.errors, back: questionPath(to) },
  };
}

const splitPath = ({ id }: Pick<QuestionRow, 'id'>) => `/q/${String(id)}/split`;

/** What somebody has accepted belongs to the question. */
const isFree = ({ acceptances }: ThreadAnswer) =>
  acceptances.every(({ withdrawn_at }) => withdrawn_at !== null);

type Tickable = { kind: 'answer'; post: ThreadAnswer } | { kind: 'comment'; post: ThreadComment };

const lineOf = ({ kind, post }: Tickable) => ({
  value: markOf(kind, post.id),
  label: `${kind === 'answer' ? 'Answer' : 'Comment'} from ${post.author.name}`,
  at: kind === 'answer' ? post.answered_at : post.made_at,
  text: shorten(plainText(post.body_html), 200),
});

const LOGGED: Field = {
  ...{ name: 'reason', label: 'Why', kind: 'long', hint: 'It stays in our own log.' },
};

function splitting(
  question: QuestionRow,
  picked: Picked,
  { topics, topic }: { topics: readonly TopicRow[]; topic: string },
): Parameters<typeof form>[0] {
  const { opening, answers, comments } = picked;
  const marks = [
    ...[opening, ...answers.map((post) => ({ kind: 'answer', post }) as const)],
    ...comments.map((post) => ({ kind: 'comment', post }) as const),
  ].map(({ kind, post }) => markOf(kind, post.id));
  return {
    ...{ action: splitPath(question), submit: 'Split it off', hidden: { posts: marks.join(' ') } },
    fields: [
      { name: 'title', label: 'What it asks, in one sentence', value: titleOf(opening) },
      { name: 'body', label: 'Its text', kind: 'long', value: opening.post.body },
      {
        ...{ name: 'topic', label: 'Topic', kind: 'select', value: topic },
        options: topics.map(({ slug, name }) => ({ value: slug, label: name })),
      },
      LOGGED,
    ],
  };
}

/** The first sentence of what was written there. */
const titleOf = ({ post }: Opening) =>
  shorten(plainText(post.body_html).replace(/(?<=[.?!])\s.*$/s, ''), 140);

function effectOf(picked: Picked): Note {
  const others = postsOf(picked).length - 1;
  const rest = others === 1 ? 'The other post goes' : `The other ${String(others)} posts go`;
  return {
    kind: 'warn',
    lead: 'The oldest of these becomes the question, asked by whoever wrote it.',
    text:
      `${others === 0 ? 'Nothing else goes' : rest} with it. A note stays here. Whoever wrote ` +
      'these and whoever asked here are told; followers stay. You can take it back for ' +
      `${String(THREAD_UNDO_DAYS)} days, unless something is written there first.`,
  };
}

const UNDONE: Note = {
  kind: 'warn',
  lead: 'Everything stands where it stood, and the address of the other leads here.',
  text: 'Whoever was told that it moved is told of that.',
};
