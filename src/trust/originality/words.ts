/**
 * The words of an answer in their order, as they are compared: without what it quotes, without
 * markup and addresses, without accents, capitals and punctuation.
 */
export const wordsOf = (markdown: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => !QUOTE.test(line))
    .join('\n')
    .replaceAll(WEB_ADDRESS, ' ')
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .toLowerCase()
    .match(WORD) ?? [];

/** Fewer words of one's own are a phrase that everybody uses, and no copy. */
export const LEAST_WORDS = 15;

const QUOTE = /^\s*>/;
const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()]+/gi;
/** Accents that stand apart once they are decomposed, apostrophes, and marks without a width. */
const MARKS = /[\p{M}’'\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;
const WORD = /[\p{L}\p{N}]+/gu;
