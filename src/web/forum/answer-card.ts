import {
  mayAccept,
  mayAlsoBeHelped,
  mayComment,
  mayEdit,
  mayModerate,
  mayPostIn,
  mayVote,
  mayWithdraw,
  mayWithdrawTheirs,
} from '../../forum/permissions.ts';
import type { AnswerId } from '../../forum/rows.ts';
import type { Thread, ThreadAnswer } from '../../forum/thread.ts';
import { canBeGuide, mayKeepGuides } from '../../guides/permissions.ts';
import { mayAudit } from '../../moderation/permissions.ts';
import type { Html } from '../html.ts';
import { byline, type Byline } from './byline.ts';
import { checkMark, type CheckMark } from './check-mark.ts';
import { commentList, type CommentList } from './comment-list.ts';
import type { Outcome } from './question-outcomes.ts';
import { quoteHref } from './quote.ts';
import { isCandidWith, isOffered, type Reader } from './reader.ts';
import { standingOf, type Standing } from './standing.ts';
import { storedHtml } from './stored-html.ts';
import { timeline, type Step } from './timeline.ts';
import { tombstoneNote, type TombstoneNote } from './tombstone.ts';

/** An answer as the page of its question shows it. */
export type AnswerCard = {
  id: AnswerId;
  path: string;
  author: Byline;
  /** Unlike that of any other answer on the page, for those who hear it. */
  label: string;
  /** How many answers of this author are accepted, anywhere. */
  authorAccepted: number;
  answeredAt: Date;
  editedAt: Date | undefined;
  body: Html;
  accepted: boolean;
  /** Who accepted it for a question of theirs that was merged into this one. */
  acceptedBy: readonly string[];
  /** Where our team accepted it in the asker's place. */
  onBehalf: OnBehalf | undefined;
  credit: Credit | undefined;
  check: CheckMark | undefined;
  removed: TombstoneNote | undefined;
  /** Whether the reader has blocked whoever wrote it. */
  folded: boolean;
  /** Whether it waits for a look, and only its author and our team see it. */
  waits: boolean;
  standing: Standing;
  timeline: readonly Step[];
  comments: CommentList;
  score: number;
  myVote: -1 | 0 | 1;
  helpedCount: number;
  iWasHelped: boolean;
  /** What the reader may do. */
  may: {
    vote: boolean;
    sayHelped: boolean;
    withdraw: boolean;
    edit: boolean;
    moderate: boolean;
    callAudit: boolean;
    /** Whether a guide can be made of it. */
    guide: boolean;
    report: boolean;
  };
  accept: AcceptButton | undefined;
  /** Where an answer begins that quotes this one; undefined where nobody can answer. */
  quote: string | undefined;
};

/** For whom it was accepted, and where they can object while they may. */
export type OnBehalf = { asker: string; objection: string | undefined };

/** `first` where nothing is accepted yet; another then takes the place of the first. */
type AcceptButton = { first: boolean; hint: string };

/** What an accepted answer was paid, or will be; minor units. */
export type Credit = { state: 'earned' | 'checking'; amount: bigint; currency: string };

/** What a reader sees of an answer and may do with it. */
export function answerCard(thread: Thread, answer: ThreadAnswer, reader: Reader): AnswerCard {
  const { viewer, formats } = reader;
  const outcomes = reader.outcomes.filter(({ acceptance }) => acceptance.answer_id === answer.id);
  const accepted = thread.acceptance?.answer_id === answer.id;
  const candid = isCandidWith(viewer, answer);
  const path = `/a/${String(answer.id)}`;
  const label = labelOf(thread, answer);
  return {
    ...{ id: answer.id, path, accepted, label },
    acceptedBy: answer.accepted_by_others.map(({ name }) => name),
    onBehalf: accepted ? onBehalf(thread, outcomeOf(thread, outcomes), viewer) : undefined,
    author: byline(answer.author, answer.by_staff),
    authorAccepted: answer.author_accepted,
    answeredAt: answer.answered_at,
    editedAt: answer.edited_at ?? undefined,
    body: storedHtml(answer.body_html),
    credit: creditOf(outcomes),
    check: checkMark(answer, outcomes, { candid }),
    removed: answer.removed ? tombstoneNote(answer.removed, answer) : undefined,
    standing: standingOf(thread, answer, reader),
    folded: reader.blocked.has(answer.author_id),
    waits: answer.held_at !== null,
    timeline: timeline(answer, outcomes, { candid, formats }),
    comments: commentList(answer.comments, {
      ...{ id: `a${String(answer.id)}`, action: `${path}/comments`, on: label },
      mayAdd: mayComment(thread.question, answer) && mayPostIn(viewer, thread.question),
      mayModerate: viewer !== undefined && mayModerate(viewer),
      ...{ viewer, blocked: reader.blocked },
      draft: reader.draft(`${path}/comments`),
    }),
    ...{ score: answer.score, myVote: answer.my_vote },
    ...{ helpedCount: answer.helped_count, iWasHelped: answer.i_was_helped },
    may: permissions(thread, answer, reader, outcomes),
    accept: acceptButton(thread, answer, reader),
    quote: quoteHref(thread.question, answer),
  };
}

function labelOf({ answers }: Thread, { id, author_id, author }: ThreadAnswer): string {
  const theirs = answers.filter((other) => other.author_id === author_id);
  const nth = theirs.findIndex((other) => other.id === id) + 1;
  const number = theirs.length > 1 ? ` (${String(nth)} of ${String(theirs.length)})` : '';
  return `this answer from ${author.name}${number}`;
}

function onBehalf(
  { question, acceptance }: Thread,
  last: Outcome | undefined,
  viewer: Reader['viewer'],
): OnBehalf | undefined {
  if (!acceptance || acceptance.accepted_by === acceptance.asker_id) return undefined;
  const mine = viewer !== undefined && mayAccept(viewer, question);
  const open = mine && last?.objectUntil !== null && last?.objectUntil !== undefined;
  const objection = open ? `/q/${String(question.id)}/objection` : undefined;
  return { asker: question.author.name, objection };
}

/** What came of the acceptance that stands for this very question. */
const outcomeOf = ({ acceptance }: Thread, outcomes: readonly Outcome[]) =>
  outcomes.find((outcome) => outcome.acceptance.id === acceptance?.id);

/** Of the acceptances that stand, which are several where questions were merged, one is paid. */
function creditOf(outcomes: readonly Outcome[]): Credit | undefined {
  const standing = outcomes.filter(({ acceptance }) => acceptance.withdrawn_at === null);
  const paid = standing.find(({ reward }) => reward !== undefined && reward.refusal === null);
  if (!paid?.reward) return undefined;
  const { state, amount_minor: amount, currency } = paid.reward;
  if (state === 'released') return { state: 'earned', amount, currency };
  return state === 'held' ? { state: 'checking', amount, currency } : undefined;
}

function permissions(
  { question, acceptance }: Thread,
  answer: ThreadAnswer,
  { viewer }: Reader,
  outcomes: readonly Outcome[],
): AnswerCard['may'] {
  const stands = question.removed_at === null && answer.removed_at === null;
  const accepted = acceptance && { id: acceptance.answer_id };
  const audited = outcomes.find((outcome) => outcome.acceptance.withdrawn_at === null);
  return {
    vote: stands && isOffered(viewer, (actor) => mayVote(actor, answer), true),
    sayHelped: stands && isOffered(viewer, (actor) => mayAlsoBeHelped(actor, answer), true),
    withdraw:
      viewer !== undefined &&
      (mayWithdraw(viewer, question, answer, accepted) ||
        answer.acceptances.some((given) => mayWithdrawTheirs(viewer, given))),
    report: stands && viewer?.id !== answer.author_id,
    edit: stands && viewer !== undefined && mayEdit(viewer, answer),
    moderate: viewer !== undefined && mayModerate(viewer),
    guide: mayKeepGuides(viewer) && canBeGuide(question, answer, acceptance),
    callAudit:
      viewer !== undefined && audited?.waiting === false && mayAudit(viewer, audited.acceptance),
  };
}

/** The button for whoever asked; the amount is said only where the author can be paid. */
function acceptButton(
  { question, acceptance, doubted }: Thread,
  answer: ThreadAnswer,
  { viewer, worth, formats }: Reader,
): AcceptButton | undefined {
  if (!viewer || !mayAccept(viewer, question) || acceptance?.answer_id === answer.id) return;
  if (question.removed_at ?? answer.removed_at) return;
  if (doubted?.answer_id === answer.id) return { first: true, hint: 'It solved it after all.' };
  const { author } = answer;
  const payable = author.role === 'member' && author.id !== question.author_id;
  const thanks = ` and thanks ${author.name} with ${formats.money(worth)}. It costs you nothing.`;
  const earlier = acceptance ?? doubted;
  const does = earlier ? 'Withdraws the first acceptance' : 'Marks your question solved';
  return { first: earlier === null, hint: `${does}${payable ? thanks : '.'}` };
}
