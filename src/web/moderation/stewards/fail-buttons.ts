import { failReasons } from '../audits/fail-reasons.ts';

/** One reason for which an answer fails, and the key that gives it. */
export type FailButton = { value: string; key: number; label: string };

/** As staff have them on their desk, in the order of the keys 1 to 4. */
export const failButtons: readonly FailButton[] = Object.entries(failReasons).map(
  ([value, label], index) => ({ value, label, key: index + 1 }),
);

/** The folded choice of a reason; `error` where none was chosen. */
export type FailChoice = { fails: readonly FailButton[]; error: string | undefined };
