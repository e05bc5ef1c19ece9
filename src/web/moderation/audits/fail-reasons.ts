import type { VerdictRow } from '../../../moderation/rows.ts';

/** Why an answer fails, as moderators say it, in the order of the keys 1 to 4. */
export const failReasons: Record<NonNullable<VerdictRow['reason']>, string> = {
  wrong: 'Wrong or out of date',
  unsafe: 'Unsafe or against the rules',
  copied: 'Copied',
  gaming: 'Gaming rewards',
};
