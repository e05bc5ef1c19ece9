import { foldedWords } from './fold.ts';

/** How often each stretch of two to five characters stands in a text, as 1 + ln of it. */
export type Grams = { weights: ReadonlyMap<string, number>; length: number };

const SHORTEST = 2;
const LONGEST = 5;

/** The stretches of a text, across its words, with the length of their vector. */
export function gramsOf(text: string): Grams {
  const line = ` ${foldedWords(text).join(' ')} `;
  const counts = new Map<string, number>();
  for (let size = SHORTEST; size <= LONGEST; size += 1) {
    for (let at = 0; at + size <= line.length; at += 1) {
      const gram = line.slice(at, at + size);
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  let squares = 0;
  for (const [gram, count] of counts) {
    const weight = 1 + Math.log(count);
    counts.set(gram, weight);
    squares += weight * weight;
  }
  return { weights: counts, length: Math.sqrt(squares) };
}

/** The cosine of two texts' stretches, from 0 to 1; it needs no knowledge of other texts. */
export function gramLikeness(one: Grams, other: Grams): number {
  const [few, many] =
    one.weights.size < other.weights.size
      ? [one.weights, other.weights]
      : [other.weights, one.weights];
  let sum = 0;
  for (const [gram, weight] of few) sum += weight * (many.get(gram) ?? 0);
  return sum === 0 ? 0 : sum / (one.length * other.length);
}
