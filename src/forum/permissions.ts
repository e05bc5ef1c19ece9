import type { MemberRow } from '../members/rows.ts';
import type { PostRow } from './posts.ts';
import type { AcceptanceRow, AnswerRow, QuestionRow, TopicRow } from './rows.ts';

/*
 * Who may do what: plain questions about plain rows. The command asks before it acts and the page
 * asks before it draws the button, so the two can never disagree.
 */

type Actor = Pick<MemberRow, 'id' | 'role'>;
type Post = Pick<PostRow, 'author_id' | 'removed_at'>;
type Question = Pick<QuestionRow, 'author_id' | 'removed_at' | 'state'>;

/** The operator's people: what they write is marked as theirs, and they are never paid. */
export const isStaff = ({ role }: Pick<MemberRow, 'role'>) => role !== 'member';

/**
 * Who looks after what others write: takes posts down, puts them back, corrects them; and after
 * threads: merges, splits, moves, locks and pins them.
 */
export const mayModerate = ({ role }: Pick<MemberRow, 'role'>) => role === 'moderator';

/** Members whose word has held up say that two questions ask the same; our team merges them itself. */
export const maySuggestSame = ({ role, level }: Pick<MemberRow, 'role' | 'level'>) =>
  role === 'member' && (level === 'guide' || level === 'steward');

/** A moderator who neither asked nor wrote any of what would move. */
export const maySplit = (
  actor: Actor,
  question: Pick<QuestionRow, 'author_id'>,
  posts: readonly Pick<PostRow, 'author_id'>[],
) => mayModerate(actor) && ![question, ...posts].some((post) => wrote(actor, post));

/** For so many days a merge or a split can be taken back; later too much will have grown upon it. */
export const THREAD_UNDO_DAYS = 14;

/** Whether what was done to a thread then, and not undone since, can be taken back now. */
export const mayUndoThread = (
  { done_at, undone_at }: { done_at: Date; undone_at: Date | null },
  at: Date,
) => undone_at === null && at.getTime() - done_at.getTime() <= THREAD_UNDO_DAYS * 86_400_000;

/** Anybody, unless the thread is locked; then our team alone. */
export const mayPostIn = (
  actor: Pick<MemberRow, 'role'> | undefined,
  { locked_at }: Pick<QuestionRow, 'locked_at'>,
) => locked_at === null || (actor !== undefined && isStaff(actor));

/** Moderators; just as it was, for it should never have gone, an admin as well. */
export const mayPutBack = (actor: Pick<MemberRow, 'role'>, { asItWas }: { asItWas: boolean }) =>
  mayModerate(actor) || (asItWas && actor.role === 'admin');

export const mayAskIn = (topic: Pick<TopicRow, 'archived_at'>) => topic.archived_at === null;

/** Whoever asked, whatever became of the question since. */
export const mayAccept = (actor: Actor, question: Pick<QuestionRow, 'author_id'>) =>
  wrote(actor, question);

/** A moderator who neither asked nor answered, where the asker is silent. */
export const mayAcceptForAsker = (
  actor: Actor,
  question: Pick<QuestionRow, 'author_id'>,
  answer: Pick<AnswerRow, 'author_id'>,
) => mayModerate(actor) && !wrote(actor, question) && !wrote(actor, answer);

/** Whoever asked, while that very answer is the accepted one. */
export const mayWithdraw = (
  actor: Actor,
  question: Pick<QuestionRow, 'author_id'>,
  answer: Pick<AnswerRow, 'id'>,
  accepted: Pick<AnswerRow, 'id'> | null,
) => mayAccept(actor, question) && accepted?.id === answer.id;

/** Whoever gave it, also for a question that has been merged into another since. */
export const mayWithdrawTheirs = (
  { id }: Pick<Actor, 'id'>,
  { asker_id, withdrawn_at }: Pick<AcceptanceRow, 'asker_id' | 'withdrawn_at'>,
) => asker_id === id && withdrawn_at === null;

/** Whoever asked; "no single answer" only while no answer is accepted. */
export const mayResolve = (actor: Actor, question: Question) =>
  wrote(actor, question) && stands(question) && question.state !== 'solved';

/** Whoever asked, once the question counted as solved in either way. */
export const mayReopen = (actor: Actor, question: Question) =>
  wrote(actor, question) && stands(question) && question.state !== 'open';

/** Moderators, of what our team wrote. */
export const mayMarkOfficial = (actor: Actor, answer: Pick<AnswerRow, 'by_staff' | 'removed_at'>) =>
  mayModerate(actor) && answer.by_staff && stands(answer);

export const mayAnswer = (question: Pick<QuestionRow, 'removed_at'>) => stands(question);

export const mayEdit = (actor: Actor, post: Post) =>
  stands(post) && (wrote(actor, post) || mayModerate(actor));

/** Anybody but whoever wrote it. */
export const mayVote = (actor: Actor, post: Post) => stands(post) && !wrote(actor, post);

/** Anybody but whoever asked: it is their problem already. */
export const mayMeToo = (actor: Actor, question: Post) =>
  stands(question) && !wrote(actor, question);

/** Anybody but whoever wrote the answer. */
export const mayAlsoBeHelped = (actor: Actor, answer: Post) =>
  stands(answer) && !wrote(actor, answer);

/** Any member, on what stands: the answer and the question it belongs to. */
export const mayComment = (...posts: readonly Pick<PostRow, 'removed_at'>[]) => posts.every(stands);

/** The text of what was taken down is for moderators and for whoever wrote it. */
export const maySeeRemoved = (actor: Actor | undefined, post: Pick<PostRow, 'author_id'>) =>
  actor !== undefined && (mayModerate(actor) || wrote(actor, post));

const wrote = ({ id }: Pick<Actor, 'id'>, { author_id }: Pick<PostRow, 'author_id'>) =>
  author_id === id;

const stands = ({ removed_at }: Pick<PostRow, 'removed_at'>) => removed_at === null;
