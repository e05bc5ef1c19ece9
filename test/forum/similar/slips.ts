import type { Labelled } from './measure.ts';

/** The same sentences with one slip each, drawn by a seed: a letter lost, doubled or swapped. */
export const withSlips = (all: readonly Labelled[]): Labelled[] =>
  all.map(({ text, intent }, at) => ({ text: slip(text, at * 10 + 7), intent }));

function slip(text: string, seed: number): string {
  const words = [...text.matchAll(/[a-z]{4,}/gi)];
  const next = (value: number) => (value * 1_103_515_245 + 12_345) % 2 ** 31;
  const draw = next(seed);
  const word = words[draw % words.length];
  if (!word) return text;
  const at = word.index + 1 + (next(draw) % (word[0].length - 2));
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  const kinds = [before + after, before + after.charAt(0) + letter + after.slice(1)];
  return kinds[draw % 3] ?? before + letter + letter + after;
}
