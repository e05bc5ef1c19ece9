/** In how many titles a word stands; 0 where in none. */
export type Known = (word: string) => number;

/** A word in fewer titles may be a slip, if a much commoner one is a single slip away. */
const SETTLED = 3;
const MUCH = 10;
const SHORTEST = 4;

/** Folded words of a text that may be slips: those whose neighbours have to be looked up. */
export const isDoubtful = (word: string, known: Known): boolean =>
  word.length >= SHORTEST && !/\d/.test(word) && known(word) < SETTLED;

/**
 * The text with each slip mended: a letter too few, too many, wrong or swapped with the next, where
 * that makes a word at least ten times as common. Everything else stays as it was typed.
 */
export function mendSpelling(text: string, known: Known): string {
  return text.replace(/\p{L}+/gu, (typed) => {
    const word = typed.toLowerCase();
    return isDoubtful(word, known) ? commonest(word, known) : typed;
  });
}

/** Every word that is one slip away. */
export function neighboursOf(word: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    found.add(before + after.slice(1));
    if (after.length > 1)
      found.add(`${before}${after.charAt(1)}${after.charAt(0)}${after.slice(2)}`);
    for (const letter of LETTERS) {
      found.add(before + letter + after);
      found.add(before + letter + after.slice(1));
    }
  }
  found.delete(word);
  return [...found];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function commonest(word: string, known: Known): string {
  let best = word;
  let most = Math.max(1, known(word) * MUCH);
  for (const neighbour of neighboursOf(word)) {
    const titles = known(neighbour);
    if (titles > most) [best, most] = [neighbour, titles];
  }
  return best;
}
