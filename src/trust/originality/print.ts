import { createHash } from 'node:crypto';

import { bandsOf } from './bands.ts';
import { LEAST_WORDS, wordsOf } from './words.ts';

/** What a text says, in short: the same for every spelling of the same words. */
export type Print = { words: readonly string[]; digest: string; bands: readonly number[] };

/** The print of a text; undefined where it says too little of its own to be copied. */
export function printOf(markdown: string): Print | undefined {
  const words = wordsOf(markdown);
  if (words.length < LEAST_WORDS) return undefined;
  const digest = createHash('sha256').update(words.join(' ')).digest('hex');
  return { words, digest, bands: bandsOf(words) };
}
