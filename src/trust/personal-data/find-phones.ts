import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';

import { pick, type Run, runsIn, type Window } from './digit-groups.ts';
import type { Found, Surroundings } from './personal-data.ts';
import type { Readable } from './readable.ts';

/**
 * Telephone numbers of people: with a country code, with the trunk's 0, or without either where
 * ringing is spoken of. Public helplines, premium numbers and the operator's own are not.
 */
export function findPhones({ prose }: Readable, { country, own }: Surroundings): Found[] {
  const read = (written: string) =>
    parsePhoneNumberFromString(written, { defaultCountry: country, extract: false });
  const known = new Set(own.map((number) => read(number)?.number));
  let tries = 0;
  return runsIn(prose).flatMap((run: Run) =>
    pick(run, LONGEST, (window) => {
      const from = prose[window.start - 1] === '+' ? window.start - 1 : window.start;
      const written = prose.slice(from, window.end);
      if (!canBeginHere(prose, from, written)) return undefined;
      tries += 1;
      const number = tries > MOST ? undefined : read(written);
      const isTaken = number && isSomebodys(number) && !known.has(number.number);
      if (!isTaken && tries <= MOST) return undefined;
      return { kind: 'phone', start: from, end: window.end, mask: maskOf(prose, from, window) };
    }),
  );
}

/** Reading a number takes its time: after so many, whatever looks like one is taken for one. */
const MOST = 500;

/** ITU-T E.164's fifteen digits, after 00 and with a trunk's 0 in brackets. */
const LONGEST = 18;

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

function canBeginHere(prose: string, from: number, written: string): boolean {
  const [before, one] = [prose[from - 1] ?? ' ', prose[from - 2] ?? ' '];
  if (/[\p{L}\p{N}_£€$#]/u.test(before)) return false;
  if (/[-.,:]/.test(before) && /[\p{L}\p{N}]/u.test(one) && !/[:]/.test(before)) return false;
  const digits = digitsOf(written);
  const count = digits.length;
  if (written.startsWith('+') || /^00[1-9]/.test(digits)) return count > 6;
  if (count < 9 || count > 13) return false;
  if (/^0[1-9]/.test(digits)) return true;
  const said = prose.slice(Math.max(0, from - 30), from);
  return (RINGING.test(said) && !REFERRING.test(said)) || CHAT.test(prose.slice(from - 15, from));
}

const RINGING = /\b(?:ring|call|text|whatsapp|mobile|msisdn|phone|my number|reach me)\b[^\d\n]*$/i;
const REFERRING = /\b(?:order|ref|reference|case|ticket|account|chat|bill|log)\b/i;
const CHAT = /wa\.me\/$|phone=$/i;

/** Valid, or of full length in a range that nobody has been given: dramas and typing errors. */
function isSomebodys(number: PhoneNumber): boolean {
  const type = number.getType();
  if (type !== undefined) return !PUBLIC.has(type);
  return (
    number.isPossible() &&
    number.nationalNumber.length >= 10 &&
    /^[127]/.test(number.nationalNumber)
  );
}

const PUBLIC = new Set(['TOLL_FREE', 'SHARED_COST', 'PREMIUM_RATE', 'UAN', 'VOICEMAIL']);

/** The first three digits and the last; within a link without spaces, which would break it. */
function maskOf(prose: string, from: number, { digits }: Window): string {
  const last = digits.slice(-3);
  if (
    CHAT.test(prose.slice(from - 15, from)) ||
    /(?:tel|sms):$/i.test(prose.slice(from - 4, from))
  ) {
    return `${digits.slice(0, 3)}•••••${last}`;
  }
  if (prose[from] !== '+') return `${digits.slice(0, 3)}•• ••• ${last}`;
  return `+${digits.slice(0, 2)} ••• ••• ${last}`;
}
