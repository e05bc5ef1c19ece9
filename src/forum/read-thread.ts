import type { Knex } from 'knex';

import type { MemberRow } from '../members/rows.ts';
import { found, Gone, NotFound } from '../refusals.ts';
import { maySeeRemoved } from './permissions.ts';
import type { AcceptanceRow, QuestionId } from './rows.ts';
import type {
  Thread,
  ThreadAcceptance,
  ThreadAnswer,
  ThreadComment,
  ThreadQuestion,
  ThreadSort,
} from './thread.ts';
import {
  readThreadAcceptances,
  readThreadAnswers,
  readThreadComments,
  readThreadQuestion,
  type BareAnswer,
  type Viewer,
} from './thread-queries.ts';

/**
 * A question and everything said in reply, in four queries.
 *
 * Refuses a question that does not exist (404), and one that our team took down (410) unless the
 * viewer wrote it or is a moderator. What waits for a look is not there for others. Texts of removed answers and comments come empty likewise.
 */
export async function readThread(
  db: Knex,
  id: QuestionId,
  { sort = 'best', viewer }: { sort?: ThreadSort; viewer?: MemberRow | undefined } = {},
): Promise<Thread> {
  const [question, answers, comments, acceptances] = await Promise.all([
    readThreadQuestion(db, id, viewer),
    readThreadAnswers(db, id, viewer),
    readThreadComments(db, id),
    readThreadAcceptances(db, id),
  ]);
  const asked = shownQuestion(found(question, 'question'), viewer);
  const live = acceptances.find((one) => one.withdrawn_at === null && one.question_id === id);
  const acceptance = live?.doubted_at === null ? live : null;
  const isThere = (post: ThreadComment | (typeof answers)[number]) =>
    post.held_at === null || maySeeRemoved(viewer, post);
  const shown = comments.filter(isThere).map((comment) => shownTo(viewer, comment));

  return {
    question: { ...asked, comments: shown.filter(({ answer_id }) => answer_id === null) },
    answers: answers
      .filter(isThere)
      .map((answer) => shownAnswer(answer, { viewer, comments: shown, acceptances }))
      .sort(inOrder(sort, acceptance)),
    acceptance,
    doubted: acceptance ? null : (live ?? null),
  };
}

function shownQuestion(
  question: Omit<ThreadQuestion, 'comments'>,
  viewer: Viewer,
): Omit<ThreadQuestion, 'comments'> {
  if (question.removed_at === null || maySeeRemoved(viewer, question)) return question;
  if (question.held_at !== null) throw new NotFound();
  throw new Gone('This question was removed by our team.');
}

function shownAnswer(
  answer: BareAnswer,
  around: { viewer: Viewer; comments: ThreadComment[]; acceptances: ThreadAcceptance[] },
): ThreadAnswer {
  const isOfThis = ({ answer_id }: { answer_id: number | null }) => answer_id === answer.id;
  return {
    ...shownTo(around.viewer, answer),
    comments: answer.removed_at === null ? around.comments.filter(isOfThis) : [],
    acceptances: around.acceptances.filter(isOfThis),
    accepted_by_others: around.acceptances
      .filter((one) => isOfThis(one) && isOfOther(one, answer))
      .map(({ asker_id, asker_name }) => ({ id: asker_id, name: asker_name })),
  };
}

const isOfOther = (
  { question_id, withdrawn_at, doubted_at }: AcceptanceRow,
  answer: Pick<ThreadAnswer, 'question_id'>,
) => question_id !== answer.question_id && withdrawn_at === null && doubted_at === null;

/** What the viewer may read of a post: all of it, or that something stood here and why it went. */
function shownTo<Post extends ThreadComment | BareAnswer>(viewer: Viewer, post: Post): Post {
  if (post.removed_at === null || maySeeRemoved(viewer, post)) return post;
  const removed = post.removed && { ...post.removed, note: null };
  return { ...post, body: '', body_html: '', removed };
}

const inOrder =
  (sort: ThreadSort, acceptance: AcceptanceRow | null) => (one: ThreadAnswer, two: ThreadAnswer) =>
    Number(two.id === acceptance?.answer_id) - Number(one.id === acceptance?.answer_id) ||
    official(two) - official(one) ||
    Number(two.accepted_by_others.length > 0) - Number(one.accepted_by_others.length > 0) ||
    (sort === 'new'
      ? newerFirst(one, two)
      : standing(two) - standing(one) || two.score - one.score || newerFirst(two, one));

/** Our team's own answer comes next after the accepted one, while it can be read. */
const official = (answer: ThreadAnswer) => Number(answer.official && answer.removed_at === null);

/** Tombstones come after what can be read. */
const standing = ({ removed_at }: ThreadAnswer) => Number(removed_at === null);

const newerFirst = (one: ThreadAnswer, two: ThreadAnswer) =>
  two.answered_at.getTime() - one.answered_at.getTime() || two.id - one.id;
