import unhomoglyph from 'unhomoglyph';

/**
 * The words of a text as they are meant: without capitals, accents, look-alikes of other alphabets
 * and figures that stand for letters (“v1agr4”), and spelled-out words (“f r e e”) as one.
 */
export function foldedWords(text: string): string[] {
  const bare = text.normalize('NFKD').replaceAll(MARKS, '').toLowerCase();
  // Figures first: 1 is an i here, and to the look-alikes an l.
  const spelled = bare.replaceAll(LEET, (sign) => LETTERS[sign] ?? sign);
  return joined(unhomoglyph(spelled).toLowerCase().match(WORD) ?? []);
}

const MARKS = /[\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const LEET = /[013457@$]/g;
const LETTERS: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' },
};

/** Three letters or more that stand alone, one after another, are one word. */
function joined(words: readonly string[]): string[] {
  const out: string[] = [];
  let alone: string[] = [];
  const flush = () => {
    if (alone.length >= 3) out.push(alone.join(''));
    else out.push(...alone);
    alone = [];
  };
  for (const word of words) {
    if ([...word].length === 1) {
      alone.push(word);
    } else {
      flush();
      out.push(word);
    }
  }
  flush();
  return out;
}
