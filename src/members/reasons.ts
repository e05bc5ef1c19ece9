import { Invalid } from '../refusals.ts';

/** Why an admin did something, as it is kept; or Invalid. */
export function cleanReason(typed: string): string {
  const reason = typed.trim();
  if (reason === '') throw new Invalid({ reason: 'Say why. The reason is kept with the change.' });
  if ([...reason].length > 500) throw new Invalid({ reason: 'A reason can have 500 characters.' });
  return reason;
}
