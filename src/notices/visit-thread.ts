import type { QuestionId } from '../forum/rows.ts';
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
