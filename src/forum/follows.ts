import type { MemberId } from '../members/rows.ts';
import { actingMember, type Work } from '../work.ts';
import type { QuestionId } from './rows.ts';

/** The member, the acting one unless named, follows the question from now on, if not already. */
export async function putFollow(
  work: Work,
  id: QuestionId,
  member_id: MemberId = actingMember(work).id,
): Promise<void> {
  await work
    .trx('follows')
    .insert({ question_id: id, member_id, followed_at: work.at })
    .onConflict(['question_id', 'member_id'])
    .ignore();
}
