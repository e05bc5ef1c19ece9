import type { Knex } from 'knex';

import type { QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';
import { actingMember, type Work } from '../work.ts';

/** The member is there: what they were told of the thread is read, and they can be mailed again. */
export async function visitThread(work: Work, question_id: QuestionId): Promise<void> {
  const member_id = actingMember(work).id;
  await work
    .trx('notices')
    .where({ member_id, question_id, read_at: null })
    .where('happened_at', '<=', work.at)
    .update({ read_at: work.at });
  await work.trx('thread_mails').where({ member_id, question_id }).delete();
}

/** Whether a visit changes anything: something of the thread is unread, or a mail about it went. */
export async function awaitsVisit(
  db: Knex,
  member_id: MemberId,
  question_id: QuestionId,
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: [{ awaits: boolean }] }>(
    `select exists (select from notices
                     where member_id = :member_id and question_id = :question_id and read_at is null)
         or exists (select from thread_mails
                     where member_id = :member_id and question_id = :question_id) as awaits`,
    { member_id, question_id },
  );
  return rows[0].awaits;
}
