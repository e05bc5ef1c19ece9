import type { DeskKeys } from '../../../moderation/queue/desk-settings.ts';
import type { VerdictRow } from '../../../moderation/rows.ts';

/** Why an answer fails, as moderators say it, in the order of the keys 1 to 4. */
export const failReasons: Record<NonNullable<VerdictRow['reason']>, string> = {
  wrong: 'Wrong or out of date',
  unsafe: 'Unsafe or against the rules',
  copied: 'Copied',
  gaming: 'Gaming rewards',
};

/** The folded choice of a reason; `error` where none was chosen, which unfolds it. */
export type FailChoice = {
  label: string;
  key: string;
  error: string | undefined;
  reasons: readonly { value: string; key: string; label: string }[];
};

/** The choice under a label; where the keys are switched off the digits are, too. */
export function failChoice(label: string, { fail }: DeskKeys, error?: string): FailChoice {
  const reasons = Object.entries(failReasons).map(([value, reason], index) => ({
    ...{ value, label: reason, key: fail === '' ? '' : String(index + 1) },
  }));
  return { label, key: fail, error, reasons };
}
