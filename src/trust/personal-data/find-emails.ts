import type { Found } from './personal-data.ts';
import type { Readable } from './readable.ts';

/**
 * E-mail addresses, also those that are spelled out: “name at example dot com”, “name (at) …”.
 * The mailbox of a department, such as support@, is nobody's own.
 */
export const findEmails = ({ text }: Readable): Found[] =>
  [...text.matchAll(AT)].flatMap(({ 0: at, index }) => {
    const [before, after] = [
      before64(text, index),
      text.slice(index + at.length).slice(0, LONGEST),
    ];
    const local = LOCAL.exec(before)?.[0] ?? '';
    const domain = (at === '@' ? DOMAIN : SPELLED).exec(after)?.[0] ?? '';
    if (local === '' || domain === '' || DEPARTMENTS.has(local.toLowerCase())) return [];
    const [start, end] = [index - local.length, index + at.length + domain.length];
    if (/^ at $/i.test(at) && !isMeant(text, { local, domain, start, end })) return [];
    return [{ kind: 'email', start, end, mask: `${local.charAt(0)}•••••@•••••` } as const];
  });

/** RFC 5321's limits: 64 characters before the sign, 255 after it. */
const LONGEST = 255;
const before64 = (text: string, index: number) => text.slice(Math.max(0, index - 64), index);

const AT = /@| ?[([{] ?at ?[)\]}] ?|(?<=[\p{L}\p{N}]) at (?=[\p{L}\p{N}])/giu;
const LOCAL = /[\p{L}\p{N}_+](?:[\p{L}\p{N}._%+'’-]{0,63})$/u;
const DOMAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.[\p{L}\p{N}-]{1,63}){0,6}\.\p{L}{2,24}/u;
const SPELLED =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:(?: ?[([{] ?dot ?[)\]}] ?| dot |\.)[\p{L}\p{N}-]{2,63}){1,4}/iu;

/** With a bare “at” it takes a spelled-out dot and talk of mail; “look at ebay dot com” is none. */
function isMeant(
  text: string,
  { local, domain, start, end }: { local: string; domain: string; start: number; end: number },
): boolean {
  if (!/dot/i.test(domain) || VERBS.has(local.toLowerCase())) return false;
  return (
    TALK.test(text.slice(Math.max(0, start - 40), start)) || TALK.test(text.slice(end, end + 30))
  );
}

const TALK = /\b(?:e-?mail|mail|mailbox|contact|write|reach|login|log in|account|address)\b/i;

const VERBS = new Set(
  'it is are was be look looking looked me us them him her you shop store order ordered bought buy one here there see page site'.split(
    ' ',
  ),
);

const DEPARTMENTS = new Set(
  'support help helpdesk info contact complaints privacy dpo press noreply no-reply donotreply do-not-reply abuse postmaster webmaster sales enquiries billing care customercare customerservice customerservices customer.services legal security feedback'.split(
    ' ',
  ),
);
