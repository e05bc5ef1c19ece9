/** A text's words in lower case, without accents or apostrophes, in order. */
export function foldedWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word without its commonest English endings: enough to bring `pay`, `pays` and `paying` together. */
export const stemOf = (word: string): string =>
  word.length < 4 ? word : word.replace(/(?:ings?|edly|ed|es|s|ly)$/, '') || word;
