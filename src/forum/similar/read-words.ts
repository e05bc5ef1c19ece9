import type { Knex } from 'knex';

import { foldedWords } from './fold.ts';
import { isDoubtful, neighboursOf, type Known } from './spelling.ts';

/** In how many titles a text's words stand, and the words that its doubtful ones may be slips of. */
export async function readKnown(db: Knex, text: string): Promise<Known> {
  const words = [...new Set(foldedWords(text))].slice(0, MOST_WORDS);
  const known = await count(db, words);
  const doubtful = words
    .filter((word) => isDoubtful(word, (one) => known.get(one) ?? 0))
    .slice(0, MOST_DOUBTFUL);
  const neighbours = await count(db, [...new Set(doubtful.flatMap(neighboursOf))]);
  return (word) => known.get(word) ?? neighbours.get(word) ?? 0;
}

/** More words than a title has room for are not looked up. */
const MOST_WORDS = 40;

/** Each has hundreds of neighbours to look up. */
const MOST_DOUBTFUL = 6;

async function count(db: Knex, words: string[]): Promise<Map<string, number>> {
  if (words.length === 0) return new Map();
  const rows = await db('likeness_words')
    .whereRaw('word = any(?::text[])', [words])
    .select('word', 'questions');
  return new Map(rows.map(({ word, questions }) => [word, questions]));
}
