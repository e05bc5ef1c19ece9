import { foldedWords, stemOf } from '../similar/fold.ts';
import type { Term } from './parse-query.ts';

/** Something to look for, with every way of saying it; as it was typed is the first. */
export type Wanted = { typed: string; ways: readonly string[] };

/** Words and phrases that mean the same. */
export type Group = readonly string[];

/** How many words a term of a group can have. */
export const LONGEST_TERM = 6;

/** What is looked for where groups of words mean the same; of several that fit, the longest counts. */
export function withSynonyms(terms: readonly Term[], groups: readonly Group[]): Wanted[] {
  const known = new Map(groups.flatMap((group) => group.map((term) => [keyOf(term), group])));
  const wanted: Wanted[] = [];
  for (let at = 0; at < terms.length;) {
    const taken = longestKnown(terms.slice(at), known);
    wanted.push(taken.wanted);
    at += taken.count;
  }
  return wanted;
}

/** What two spellings of a term have in common, however they are hyphenated or ended. */
export const keyOf = (term: string): string => foldedWords(term).map(stemOf).join(' ');

function longestKnown(terms: readonly Term[], known: ReadonlyMap<string, Group>) {
  for (let count = joinable(terms); count > 0; count -= 1) {
    const typed = terms
      .slice(0, count)
      .map(({ text }) => text)
      .join(' ');
    const group = known.get(keyOf(typed));
    if (group) return { wanted: { typed, ways: [typed, ...group] }, count };
  }
  const typed = terms[0]?.text ?? '';
  return { wanted: { typed, ways: [typed] }, count: 1 };
}

/** How many of the next terms may be one: words side by side, or a phrase by itself. */
function joinable(terms: readonly Term[]): number {
  const phrase = terms.findIndex((term) => term.phrase);
  if (phrase === 0) return 1;
  return Math.min(phrase < 0 ? terms.length : phrase, LONGEST_TERM);
}
