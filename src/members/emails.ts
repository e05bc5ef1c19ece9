import { Invalid } from '../refusals.ts';

/** An email address as it was typed, without white space around it; or Invalid. */
export function cleanEmail(typed: string, field = 'email'): string {
  const email = typed.trim().normalize('NFC');
  if (email === '') throw new Invalid({ [field]: 'Enter your email address.' });
  if (email.length > 254 || !SANE.test(email) || email.includes('..')) {
    throw new Invalid({
      [field]: 'That doesn’t look like an email address. It should be like name@example.com.',
    });
  }
  return email;
}

/** What two spellings of the same address have in common. */
export const emailKey = (email: string) => email.trim().normalize('NFC').toLowerCase();

/** Local parts as mail servers really give them out; domains with a dot, any script. */
const SANE =
  /^[\w!#$%&'*+/=?^`{|}~.-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
