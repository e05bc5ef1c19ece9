import type { Knex } from 'knex';

import { findQuestion } from '../forum/find-posts.ts';
import type { QuestionId, QuestionRow } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';
import { actingMember, type Work } from '../work.ts';

/** The member hears nothing of the thread, or hears of it again. Twice is as good as once. */
export async function muteThread(work: Work, id: QuestionId, on: boolean): Promise<QuestionRow> {
  const member = actingMember(work);
  const question = await findQuestion(work.trx, id, member);
  const which = { member_id: member.id, question_id: id };
  if (on) {
    await work
      .trx('thread_mutes')
      .insert({ ...which, muted_at: work.at })
      .onConflict(['member_id', 'question_id'])
      .ignore();
  } else {
    await work.trx('thread_mutes').where(which).delete();
  }
  return question;
}

/** Whether a member hears nothing of a thread. */
export const hasMuted = async (
  db: Knex,
  member_id: MemberId,
  question_id: QuestionId,
): Promise<boolean> =>
  (await db('thread_mutes').where({ member_id, question_id }).first('member_id')) !== undefined;
