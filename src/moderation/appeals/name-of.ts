import type { AppealableDecision } from './decisions.ts';

/** What the log calls the matter of a decision: the post, or the member. */
export function nameOf({
  kind,
  question_id,
  answer_id,
  comment_id,
  appellants,
}: AppealableDecision): string {
  if (kind === 'sanction') return `member:${String(appellants[0])}`;
  if (comment_id !== null) return `comment:${String(comment_id)}`;
  return answer_id === null ? `question:${String(question_id)}` : `answer:${String(answer_id)}`;
}
