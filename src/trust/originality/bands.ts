/*
 * MinHash with bands (A. Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets,
 * 3.3–3.4). Two texts whose pairs of words overlap by the share s (Jaccard) have a band in common
 * with the probability 1 − (1 − s³)⁴⁰: 0.99 at a half, 0.66 at three tenths, and of a million
 * strangers who share a fiftieth some three hundred are looked at, which an index finds.
 */

const BANDS = 40;
const ROWS = 3;

/** Forty numbers of 32 bits by which an index finds texts that share most pairs of words. */
export function bandsOf(words: readonly string[]): number[] {
  const least = new Int32Array(BANDS * ROWS).fill(0x7fffffff);
  for (const hash of pairsOf(words)) {
    for (let row = 0; row < least.length; row += 1) {
      const mixed = mix(hash ^ seedOf(row));
      if (mixed < (least[row] ?? 0)) least[row] = mixed;
    }
  }
  return Array.from({ length: BANDS }, (_, band) =>
    least
      .subarray(band * ROWS, (band + 1) * ROWS)
      .reduce((one, other) => mix(one ^ other), seedOf(band)),
  );
}

function pairsOf(words: readonly string[]): Set<number> {
  const hashes = words.map(hashOf);
  return new Set(
    hashes.slice(1).map((hash, index) => mix(Math.imul(hashes[index] ?? 0, 31) ^ hash)),
  );
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash;
}

const seedOf = (row: number) => Math.imul(row + 1, 0x9e3779b1);

/** The finaliser of MurmurHash3: every bit of the input changes half of those of the output. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
