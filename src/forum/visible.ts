/**
 * What readers can see: the one rule for every list, count and search, as SQL about a question
 * `q`, an answer `a` to it and a comment `c` on either (`a` is all nulls for one on the question).
 */
export const visible = {
  question: '(q.removed_at is null)',
  answer: '(q.removed_at is null and a.removed_at is null)',
  comment: '(q.removed_at is null and a.removed_at is null and c.removed_at is null)',
} as const;
