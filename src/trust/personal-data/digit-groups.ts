/** Digits that stand together. */
export type Group = { digits: string; start: number; end: number };

/** Groups of digits with nothing but separators between them, one after another. */
export type Run = readonly Group[];

/** Some neighbours of a run, taken together. */
export type Window = { digits: string; shape: string; start: number; end: number };

/** Every run of digits in a text. Digits that belong to a word, such as a model's, make none. */
export const runsIn = (text: string): Run[] =>
  [...text.matchAll(RUN)].map(({ 0: run, index }) => groupsOf(run, index));

/** Neighbours that begin at one group and have no more digits than `most`, the longest first. */
export function windowsFrom(run: Run, from: number, most: number): Window[] {
  const first = run[from];
  if (!first) return [];
  const windows: Window[] = [];
  let [digits, shape] = ['', ''];
  for (const { digits: more, end } of run.slice(from, from + MOST_GROUPS)) {
    digits += more;
    shape += `${shape && '-'}${String(more.length)}`;
    if (digits.length > most) break;
    windows.unshift({ digits, shape, start: first.start, end });
  }
  return windows;
}

/** Somebody may part eleven digits by eleven spaces; nobody writes more groups than this. */
const MOST_GROUPS = 12;

/** The first window of each place that is what is looked for; none that begins inside another. */
export function pick<T>(run: Run, most: number, look: (window: Window) => T | undefined): T[] {
  const picked: T[] = [];
  let free = 0;
  for (const [from, group] of run.entries()) {
    if (group.start < free) continue;
    for (const window of windowsFrom(run, from, most)) {
      const found = look(window);
      if (found === undefined) continue;
      picked.push(found);
      free = window.end;
      break;
    }
  }
  return picked;
}

const RUN = /(?<![\p{L}\p{N}_])\d+(?:[ ().\-/]{1,3}\d+)*(?![\p{L}\p{N}_])/gu;

const groupsOf = (run: string, offset: number): Group[] =>
  [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
  }));
