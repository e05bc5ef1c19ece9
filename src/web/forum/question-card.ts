import {
  mayComment,
  mayEdit,
  mayMeToo,
  mayModerate,
  mayPostIn,
  mayReopen,
  mayResolve,
  maySplit,
  maySuggestSame,
  mayVote,
} from '../../forum/permissions.ts';
import type { Summary } from '../../forum/summarise-question.ts';
import type { Thread, ThreadQuestion } from '../../forum/thread.ts';
import type { Html } from '../html.ts';
import type { Note } from '../look/notes.ts';
import { byline, type Byline } from './byline.ts';
import { commentList, type CommentList } from './comment-list.ts';
import type { Crumb } from './crumbs.ts';
import type { Opening } from './opening.ts';
import { questionPath, topicPath } from './paths.ts';
import { quoteHref } from './quote.ts';
import { isOffered, type Reader } from './reader.ts';
import { splitNotes, type SplitNotes } from './split-notes.ts';
import { storedHtml } from './stored-html.ts';
import { tombstoneNote, type TombstoneNote } from './tombstone.ts';

/** The upper part of a question's page. */
export type QuestionCard = {
  crumbs: readonly Crumb[];
  title: string;
  /** `/q/:id`, where its forms go. */
  path: string;
  /** The one address of it. */
  permalink: string;
  state: { label: string; solved: boolean };
  author: Byline;
  askedAt: Date;
  editedAt: Date | undefined;
  views: number;
  /** What it comes to, and who of our team says so. */
  inShort: Summary | undefined;
  /** Where the accepted answer begins, where nobody has said what it comes to. */
  opening: Opening | undefined;
  /** What asked the same and leads here, and where a moderator takes that back. */
  alsoAsked: readonly { title: string; asker: string; at: Date; mergeHref: string }[];
  /** What came out of this thread, and what it came out of. */
  splits: SplitNotes;
  body: Html;
  removed: TombstoneNote | undefined;
  /** Whether the reader has blocked whoever asked. */
  folded: boolean;
  /** Whether it waits for a look, and only its author and our team see it. */
  waits: boolean;
  /** Why only our team posts here now. */
  locked: Note | undefined;
  comments: CommentList;
  score: number;
  iVoted: boolean;
  meToo: { count: number; mine: boolean };
  iFollow: boolean;
  iMuted: boolean;
  /** Where an answer begins that quotes it; undefined where nobody can answer. */
  quote: string | undefined;
  /** What the reader may do. */
  may: {
    meToo: boolean;
    follow: boolean;
    mute: boolean;
    vote: boolean;
    edit: boolean;
    moderate: boolean;
    merge: boolean;
    split: boolean;
    suggestSame: boolean;
    resolve: boolean;
    reopen: boolean;
    report: boolean;
  };
};

/** What a reader sees of a question and may do with it. */
export function questionCard(
  { question }: Thread,
  reader: Reader,
  opening: Opening | undefined,
): QuestionCard {
  const path = `/q/${String(question.id)}`;
  const may = permissions(question, reader);
  return {
    may,
    crumbs: crumbsOf(question),
    title: question.title,
    path,
    permalink: questionPath(question),
    state: stateOf(question),
    author: byline(question.author),
    askedAt: question.asked_at,
    editedAt: question.edited_at ?? undefined,
    views: question.view_count,
    inShort: question.removed ? undefined : (question.summary ?? undefined),
    opening,
    alsoAsked: question.merged.map(({ id, title, asker, asked_at: at }) => ({
      ...{ title, asker, at, mergeHref: `/q/${String(id)}/merge` },
    })),
    splits: splitNotes(reader.splits, question, reader.viewer),
    body: storedHtml(question.body_html),
    removed: question.removed ? tombstoneNote(question.removed, question) : undefined,
    folded: reader.blocked.has(question.author_id),
    waits: question.held_at !== null,
    locked: lockNote(question),
    comments: commentList(question.comments, {
      ...{ id: 'q', action: `${path}/comments`, on: 'this question' },
      mayAdd: mayComment(question) && mayPostIn(reader.viewer, question),
      mayModerate: may.moderate,
      ...{ viewer: reader.viewer, blocked: reader.blocked },
      draft: reader.draft(`${path}/comments`),
    }),
    score: question.score,
    iVoted: question.my_vote === 1,
    meToo: { count: question.me_too_count, mine: question.i_have_this_too },
    iFollow: question.i_follow,
    iMuted: reader.muted,
    quote: quoteHref(question),
  };
}

const crumbsOf = ({ topic }: ThreadQuestion) => [
  { href: '/', label: 'Community' },
  { href: topicPath(topic), label: topic.name },
];

const lockNote = ({ lock_reason }: ThreadQuestion): Note | undefined =>
  lock_reason === null
    ? undefined
    : { kind: 'info', icon: 'lock', lead: 'Our team has locked this thread.', text: lock_reason };

function stateOf({ state, answer_count }: ThreadQuestion): QuestionCard['state'] {
  if (state === 'solved') return { label: 'Solved', solved: true };
  if (state === 'no-single-answer') return { label: 'Solved, no single answer', solved: true };
  return { label: answer_count === 0 ? 'Needs an answer' : 'Not solved yet', solved: false };
}

function permissions(question: ThreadQuestion, { viewer }: Reader): QuestionCard['may'] {
  const stands = question.removed_at === null;
  const open = question.state === 'open';
  return {
    meToo: isOffered(viewer, (actor) => mayMeToo(actor, question), stands),
    report: stands && viewer?.id !== question.author_id,
    follow: stands || question.i_follow,
    mute: viewer !== undefined,
    vote: isOffered(viewer, (actor) => mayVote(actor, question), stands),
    edit: viewer !== undefined && mayEdit(viewer, question),
    moderate: viewer !== undefined && mayModerate(viewer),
    merge: stands && viewer !== undefined && mayModerate(viewer),
    split: stands && viewer !== undefined && maySplit(viewer, question, []),
    suggestSame: stands && viewer !== undefined && maySuggestSame(viewer),
    resolve: viewer !== undefined && open && mayResolve(viewer, question),
    reopen: viewer !== undefined && mayReopen(viewer, question),
  };
}
