import type { Knex } from 'knex';

import type { Events } from '../events.ts';
import type { AnswerId, QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';
import type { Perform, Work } from '../work.ts';
import { eachHundredFollowers } from './each-hundred-followers.ts';
import type { Notice } from './notice.ts';
import { tell } from './tell.ts';
import { answerUrl, questionUrl } from './thread-link.ts';

/** What followers are told of: an answer, or without one that the question is solved. */
export type News = { questionId: QuestionId; answerId: AnswerId | null };

/** A question that is solved is told to its followers by a job, for they may be many. */
export const tellOfSolution = (
  work: Work,
  { questionId }: Pick<Events['answer accepted'], 'questionId'>,
): Promise<void> => work.enqueue('tell-followers', { questionId, answerId: null });

/**
 * Tells everybody who follows a question, but whoever asked it, a hundred at a time; nobody if it
 * is not so any more. Can be called twice: each is told once.
 */
export const tellFollowers = (db: Knex, perform: Perform, news: News): Promise<void> =>
  eachHundredFollowers(db, news.questionId, (followers) =>
    perform('system', (work) => tellSome(work, news, followers)),
  );

async function tellSome(work: Work, news: News, followers: readonly MemberId[]): Promise<void> {
  const question = await work.trx('questions').where({ id: news.questionId }).first();
  if (!question || question.removed_at !== null) return;
  const what = news.answerId === null ? await solution(work, news) : await answer(work, news);
  if (!what) return;
  const told = await readMentioned(work, news, followers);
  const blocking = await readBlocking(work, what, followers);
  for (const memberId of followers.filter((id) => id !== question.author_id && !told.has(id))) {
    await tell(work, {
      ...(blocking.has(memberId) ? withoutAuthor(what) : what),
      memberId,
      dedupeKey: `${what.dedupeKey}.${String(memberId)}`,
      subject: what.subject + question.title,
      text: `You follow “${question.title}”. ${what.text}`,
      button: {
        label: 'Go to the question',
        url: blocking.has(memberId)
          ? questionUrl(work.operator, question)
          : answerUrl(work.operator, question, what.about.answerId),
      },
    });
  }
}

/**
 * Who has blocked the author of what solved it: they hear that it is solved, and nothing of whom or
 * by what. Of an answer they hear nothing at all.
 */
const readBlocking = async (
  { trx }: Work,
  { kind, by }: What,
  followers: readonly MemberId[],
): Promise<ReadonlySet<MemberId>> =>
  kind === 'solved'
    ? new Set(
        await trx('member_blocks')
          .where({ blocked_id: by })
          .whereIn('member_id', [...followers])
          .pluck('member_id'),
      )
    : new Set();

const withoutAuthor = ({ by: _by, about, ...what }: What) => ({
  ...what,
  about: { questionId: about.questionId },
});

/** Whom the answer mentions: they have heard of it. */
const readMentioned = async (
  { trx }: Work,
  { answerId }: News,
  followers: readonly MemberId[],
): Promise<ReadonlySet<MemberId>> =>
  new Set(
    await trx('notices')
      .where({ kind: 'mentioned', answer_id: answerId, comment_id: null })
      .whereNotNull('answer_id')
      .whereIn('member_id', [...followers])
      .pluck('member_id'),
  );

type What = Pick<Notice, 'kind' | 'dedupeKey' | 'subject' | 'text'> &
  Required<Pick<Notice, 'by'>> & { about: { questionId: QuestionId; answerId: AnswerId } };

async function answer(work: Work, { questionId, answerId }: News): Promise<What | undefined> {
  const row = answerId && (await work.trx('answers').where({ id: answerId }).first());
  const author = row && (await work.trx('members').where({ id: row.author_id }).first());
  if (!row || !author || row.removed_at !== null) return undefined;
  return {
    ...{ kind: 'followed-answer', dedupeKey: `followed-answer.${String(row.id)}`, by: author.id },
    about: { questionId, answerId: row.id },
    subject: `${author.name} answered: `,
    text: `${author.name} has answered it.`,
  };
}

/** Told once, however often somebody accepts and withdraws. */
async function solution(work: Work, { questionId }: News): Promise<What | undefined> {
  const live = { question_id: questionId, withdrawn_at: null };
  const acceptance = await work.trx('acceptances').where(live).first();
  if (!acceptance) return undefined;
  const { answer_id: answerId, author_id: by } = acceptance;
  return {
    ...{ kind: 'solved', dedupeKey: `solved.${String(questionId)}`, by },
    about: { questionId, answerId },
    subject: 'Solved: ',
    text: 'It is solved now: an answer has been accepted.',
  };
}
