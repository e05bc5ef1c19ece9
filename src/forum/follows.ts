import { actingMember, type Work } from '../work.ts';
import type { QuestionId } from './rows.ts';

/** The acting member follows the question from now on, if not already. */
export async function putFollow(work: Work, id: QuestionId): Promise<void> {
  await work
    .trx('follows')
    .insert({ question_id: id, member_id: actingMember(work).id, followed_at: work.at })
    .onConflict(['question_id', 'member_id'])
    .ignore();
}
