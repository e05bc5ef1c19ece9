/**
 * What readers can see: the one rule for every list, count and search, as SQL about a question
 * `q`, an answer `a` to it and a comment `c` on either (`a` is all nulls for one on the question).
 * What was said in reply to a merged question is by then said in reply to the other; `q` of an
 * answer may still be the merged one where it stands for whose word an acceptance was.
 */
export const visible = {
  question: '(q.removed_at is null and q.merged_into is null)',
  answer: '(q.removed_at is null and a.removed_at is null)',
  comment:
    '(q.removed_at is null and q.merged_into is null and a.removed_at is null and c.removed_at is null)',
} as const;
