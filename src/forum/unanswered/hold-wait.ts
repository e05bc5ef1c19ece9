import type { Work } from '../../work.ts';
import { tellWatchers } from '../live/tell-watchers.ts';
import type { MemberId } from '../../members/rows.ts';
import type { QuestionId, QuestionRow, QuestionWaitRow } from '../rows.ts';
import { UNANSWERED } from './unanswered.ts';

/** A question that still waits for its first answer, held still with its wait. */
export type HeldWait = { question: QuestionRow; wait: QuestionWaitRow };

/** Holds a question that nobody has answered; undefined where it waits no longer. */
export async function holdWait(work: Work, id: QuestionId): Promise<HeldWait | undefined> {
  const question = await work.trx('questions').where({ id }).forUpdate().first();
  const { rows } = await work.trx.raw<{ rows: QuestionWaitRow[] }>(
    `select w.* from question_waits w join questions q on q.id = w.question_id
      where q.id = ? and w.ended_at is null and ${UNANSWERED}`,
    [id],
  );
  const [wait] = rows;
  return question && wait && { question, wait };
}

/** Notes who is asked about a held question; each is noted once, ever. */
export async function noteAsked(
  work: Work,
  { question, wait }: HeldWait,
  members: readonly MemberId[],
): Promise<void> {
  if (members.length === 0) return;
  const asked = { question_id: question.id, asked_at: work.at };
  await work.trx('expert_asks').insert(members.map((member_id) => ({ ...asked, member_id })));
  if (wait.experts_at === null) {
    await work.trx('question_waits').where(keyOf(wait)).update({ experts_at: work.at });
  }
  await tellWatchers(work, { questionId: question.id });
}

/** Notes that our team has a held question from now on. */
export async function noteWithTeam(work: Work, { wait }: HeldWait): Promise<void> {
  await work.trx('question_waits').where(keyOf(wait)).update({ staff_at: work.at });
  await tellWatchers(work, { questionId: wait.question_id });
}

const keyOf = ({ question_id }: QuestionWaitRow) => ({ question_id });
