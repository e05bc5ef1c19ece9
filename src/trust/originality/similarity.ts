import { LEAST_WORDS } from './words.ts';

/** From this percentage on an answer counts as a near-copy; measured in `test/trust/originality`. */
export const NEAR = 50;

/**
 * Percent of an answer's own words that stand in another text, at least three together in the same
 * order. What it shares with official texts is nobody's own and counts for neither side; 0 where
 * too little is left.
 */
export function similarityOf(
  words: readonly string[],
  source: readonly string[],
  official: readonly (readonly string[])[] = [],
): number {
  const known = coveredBy(words, new Set(official.flatMap(threesOf)));
  const shared = coveredBy(words, new Set(threesOf(source)));
  const own = words.filter((_, index) => !known[index]).length;
  const copied = words.filter((_, index) => !known[index] && shared[index]).length;
  return own < LEAST_WORDS || copied < LEAST_WORDS ? 0 : Math.floor((100 * copied) / own);
}

/** Which words stand in one of these threes. */
function coveredBy(words: readonly string[], threes: ReadonlySet<string>): boolean[] {
  const covered = words.map(() => false);
  for (const [index, three] of threesOf(words).entries()) {
    if (threes.has(three)) covered.fill(true, index, index + 3);
  }
  return covered;
}

const threesOf = (words: readonly string[]): string[] =>
  words.slice(2).map((word, index) => `${words[index] ?? ''} ${words[index + 1] ?? ''} ${word}`);
