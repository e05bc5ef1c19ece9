import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import type { TopicId } from '../rows.ts';

/** How many answers of a member in a topic held up, and when the last of them did. */
export type Expertise = {
  topicId: TopicId;
  memberId: MemberId;
  passed: number;
  lastPassedAt: Date | null;
};

/** Keeps what was counted in the place of what was kept; nothing is kept of nought. */
export async function keepExpertise(
  work: Work,
  { topicId, memberId, passed, lastPassedAt }: Expertise,
): Promise<void> {
  const whose = { topic_id: topicId, member_id: memberId };
  if (passed === 0 || lastPassedAt === null) {
    await work.trx('topic_experts').where(whose).delete();
    return;
  }
  await work
    .trx('topic_experts')
    .insert({ ...whose, passed, last_passed_at: lastPassedAt })
    .onConflict(['topic_id', 'member_id'])
    .merge(['passed', 'last_passed_at']);
}
