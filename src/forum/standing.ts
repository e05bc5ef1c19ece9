/** Acceptances `c` that stand and that their asker does not doubt, as SQL. */
export const standing = '(c.withdrawn_at is null and c.doubted_at is null)';
