import { holdPost } from '../../forum/held-post.ts';
import type { PostRef } from '../../forum/posts.ts';
import { holdMembers } from '../../members/hold-members.ts';
import type { MemberId } from '../../members/rows.ts';
import { found } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { holdSanction } from '../sanctions/end-sanction.ts';
import type { SanctionId } from '../rows.ts';
import type { AppealableDecision } from './decisions.ts';

/** Holds what a decision is about: the post with its question, or the member. */
export async function holdSubject(work: Work, decision: AppealableDecision): Promise<void> {
  if (decision.kind === 'sanction') await holdSanction(work, decision.id as SanctionId);
  else if (decision.kind === 'fraud') await holdMembers(work, decision.appellants as MemberId[]);
  else await holdPost(work, refOf(decision));
}

/** The post that a decision is about. */
export function refOf({
  question_id,
  answer_id,
  comment_id,
}: Pick<AppealableDecision, 'question_id' | 'answer_id' | 'comment_id'>): PostRef {
  if (comment_id !== null) return { comment: comment_id };
  if (answer_id !== null) return { answer: answer_id };
  return { question: found(question_id ?? undefined, 'post') };
}
