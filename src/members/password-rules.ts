import { dictionary } from '@zxcvbn-ts/language-common';

import { Invalid } from '../refusals.ts';

/** In characters. */
export const PASSWORD_LENGTH = { min: 15, max: 128 } as const;

/**
 * Refuses a password that is short or easily guessed, and asks for nothing else: no capitals, no
 * digits, no signs. `known` are words that anybody would try first, such as the member's name.
 */
export function checkPassword(
  password: string,
  known: readonly string[],
  field = 'password',
): void {
  const complaint = complaintAbout(password.normalize('NFKC'), known);
  if (complaint) throw new Invalid({ [field]: complaint });
}

function complaintAbout(password: string, known: readonly string[]): string | undefined {
  const { length } = [...password];
  if (length === 0) return 'Choose a password.';
  if (length < PASSWORD_LENGTH.min) {
    return 'Use at least 15 characters. Three or four words that you’ll remember are enough.';
  }
  if (length > PASSWORD_LENGTH.max) return 'A password can have 128 characters.';
  const plain = password.toLowerCase();
  if (isBuiltFrom(plain, known)) {
    return 'Don’t build it from your name, your email address or the name of this site.';
  }
  return isCommon(plain) ? 'That one is easily guessed. Please choose another.' : undefined;
}

/** Whether little is left without what is known of the member and of us. */
function isBuiltFrom(password: string, known: readonly string[]): boolean {
  const words = known
    .flatMap((text) => [text, ...text.split(/[^\p{L}\d]+/u)])
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), password);
  return rest !== password && [...rest].length < ENOUGH_OF_ITS_OWN;
}

const ENOUGH_OF_ITS_OWN = 10;

/** On the list of passwords seen in leaks, alone, repeated, or with digits and signs around it. */
function isCommon(password: string): boolean {
  const letters = password.replaceAll(/[^\p{L}]/gu, '');
  return (
    COMMON.has(password) || COMMON.has(letters) || isRepetition(password) || isSequence(password)
  );
}

const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** abcabcab…: the same again, moved by at most half of its length. */
const isRepetition = (text: string): boolean =>
  Array.from({ length: Math.floor(text.length / 2) }, (_, index) => index + 1).some(
    (shift) => text.slice(shift) === text.slice(0, -shift),
  );

/** abcdef…, 987654… */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
}
