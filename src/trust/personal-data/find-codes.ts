import type { Found } from './personal-data.ts';
import type { Readable } from './readable.ts';

/**
 * Codes that are known by the word beside them: the eight digits that unblock a SIM (PUK), and
 * the letters and digits that move a number (PAC) or end a contract (STAC).
 */
export const findCodes = ({ prose }: Readable): Found[] => [
  ...[...prose.matchAll(EIGHT_DIGITS)].flatMap(({ 0: code, index: start }) =>
    isBeside(prose, UNBLOCKING, start, start + code.length)
      ? [{ kind: 'puk', start, end: start + code.length, mask: '•••• ••••' } as const]
      : [],
  ),
  ...[...prose.matchAll(LETTERS_AND_DIGITS)].flatMap(({ 0: code, index: start }) =>
    isBeside(prose, SWITCHING, start, start + code.length)
      ? [{ kind: 'pac', start, end: start + code.length, mask: '••• ••••••' } as const]
      : [],
  ),
];

const EIGHT_DIGITS = /(?<![\p{L}\p{N}.,/:-])\d{4}[ -]?\d{4}(?![\p{L}\p{N}/:]|[ .,-]\d)/gu;
const UNBLOCKING = /(?<!\p{L})(?:pu[kc][12]?|unblock(?:ing)?)(?![\p{L}\p{N}])/iu;

/** In small letters only where nothing stands between: “for 123456” is no code. */
const LETTERS_AND_DIGITS =
  /(?<![\p{L}\p{N}])(?!(?:PAC|PUK|SIM|REF)\b)(?:[A-Z]{3}[ -]?|[a-z]{3})\d{6}(?![\p{L}\p{N}])/gu;
const SWITCHING = /(?<!\p{L})(?:s?tac|pac|port(?:ing)?|switch(?:ing)?)(?!\p{L})/iu;

const NEAR = 40;

/** Whether the word is near, before or after. */
const isBeside = (text: string, word: RegExp, start: number, end: number) =>
  word.test(text.slice(Math.max(0, start - NEAR), start)) || word.test(text.slice(end, end + NEAR));
