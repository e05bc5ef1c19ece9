import unhomoglyph from 'unhomoglyph';

import { Invalid } from '../refusals.ts';

/** A name as it will be shown; or Invalid, which says what a name may be. */
export function cleanName(typed: string, alsoReserved: readonly string[] = []): string {
  const name = typed.trim().normalize('NFKC');
  const complaint = complaintAbout(name, alsoReserved);
  if (complaint) throw new Invalid({ name: complaint });
  return name;
}

/**
 * What names that look alike have in common: no case, no accents, no look-alike letters of other
 * scripts, and one sign each for i, l and 1 and for o and 0.
 */
export function nameKey(name: string): string {
  const bare = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .normalize('NFC');
  const plain = unhomoglyph(bare.toLowerCase()).toLowerCase();
  return plain.replaceAll(/[i1|]/g, 'l').replaceAll('0', 'o');
}

function complaintAbout(name: string, alsoReserved: readonly string[]): string | undefined {
  const { length } = [...name];
  if (length === 0) return 'Choose a name. Everybody sees it.';
  if (length < 3 || length > 30) return 'A name has 3 to 30 characters.';
  if (!/^[\p{L}\p{M}\d-]+$/u.test(name)) return 'A name can have letters, digits and hyphens.';
  if (!/^(?!\p{M})[^-]+(?:-[^-]+)*$/u.test(name)) {
    return 'A hyphen goes between letters or digits, one at a time.';
  }
  if (/\p{M}{3}/u.test(name) || !isOneScript(name)) {
    return 'A name keeps to the letters of one alphabet.';
  }
  return isReserved(name, alsoReserved)
    ? 'That name is kept for our team. Please choose another.'
    : undefined;
}

/** Names that would be taken for ours: as a whole, or in a part that claims to speak for us. */
function isReserved(name: string, alsoReserved: readonly string[]): boolean {
  const whole = nameKey(name.replaceAll('-', ''));
  const titles = [...TITLES, ...alsoReserved].map(plainKey);
  const parts = [whole, ...name.split('-').map(nameKey)];
  return WORDS.map(plainKey).includes(whole) || parts.some((part) => titles.includes(part));
}

const plainKey = (word: string) => nameKey(word.replaceAll(/[^\p{L}\d]/gu, ''));

const TITLES = ['admin', 'administrator', 'moderator', 'staff', 'support', 'official', 'goodline'];
const WORDS = [
  ...['team', 'help', 'helpdesk', 'customerservice', 'finance', 'billing', 'security', 'mod'],
  ...['system', 'root', 'owner', 'operator', 'community', 'postmaster', 'webmaster', 'abuse'],
  ...['deleted', 'anonymous', 'everybody', 'everyone', 'nobody', 'null', 'undefined'],
];

/** Scripts that are written together count as one. */
const ALPHABETS = [
  ...['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Devanagari', 'Bengali'],
  ...['Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
  ...['Thai', 'Lao', 'Tibetan', 'Myanmar', 'Georgian', 'Ethiopic', 'Khmer', 'Mongolian'],
].map((script) => alphabet(script));
const JAPANESE = alphabet('Han', 'Hiragana', 'Katakana');
const KOREAN = alphabet('Han', 'Hangul');

const isOneScript = (name: string) =>
  [...ALPHABETS, JAPANESE, KOREAN].some((letters) => letters.test(name));

function alphabet(...scripts: string[]): RegExp {
  const letters = scripts.map((script) => `\\p{Script_Extensions=${script}}`).join('');
  return new RegExp(`^[${letters}\\p{Script=Inherited}\\d-]+$`, 'u');
}
