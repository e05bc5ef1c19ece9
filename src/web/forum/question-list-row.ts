import type { ListedQuestion } from '../../forum/question-list.ts';
import type { EmptyState } from '../look/empty.ts';
import type { Pager } from '../look/notes.ts';
import { byline, type Byline } from './byline.ts';
import { questionPath, topicPath } from './paths.ts';

/** A question as one row of a list. */
export type QuestionListRow = {
  href: string;
  title: string;
  excerpt: string;
  state: 'solved' | 'answered' | 'unanswered';
  answers: number;
  topic: { href: string; name: string };
  author: Byline;
  askedAt: Date;
  meToo: number;
  /** What an answer to it would earn if accepted, in minor units; only while it has none. */
  worth: bigint | undefined;
  /** Whether our team has put it first for a while. */
  pinned: boolean;
  /** Who has been asked to answer it, on the list of what nobody has. */
  wait: WaitLine | undefined;
};

/** Who has been asked, since when they know, and where our team acts on it, for them. */
export type WaitLine = { label: string; since: Date | undefined; act: string | undefined };

/** A stretch of a list, or what stands there while it is empty. */
export type QuestionList = {
  rows: readonly QuestionListRow[];
  empty: EmptyState;
  pager: Pager;
};

/** `worth` is what an accepted answer earns now, in minor units. */
export function questionListRow(
  question: ListedQuestion,
  worth: bigint,
  { pinned = false, wait }: { pinned?: boolean; wait?: WaitLine } = {},
): QuestionListRow {
  const state = stateOf(question);
  return {
    ...{ state, pinned, wait },
    href: questionPath(question),
    title: question.title,
    excerpt: question.excerpt,
    answers: question.answer_count,
    topic: { href: topicPath(question.topic), name: question.topic.name },
    author: byline(question.author),
    askedAt: question.asked_at,
    meToo: question.me_too_count,
    worth: state === 'unanswered' ? worth : undefined,
  };
}

function stateOf({ state, answer_count }: ListedQuestion): QuestionListRow['state'] {
  if (state !== 'open') return 'solved';
  return answer_count > 0 ? 'answered' : 'unanswered';
}
