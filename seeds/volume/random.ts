/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** From 0 up to, but not, 1. */
  next: () => number;
  /** A whole number from 0 up to, but not, a limit. */
  below: (limit: number) => number;
  /** Whether something happens that does so in a share of all cases. */
  chance: (share: number) => boolean;
};

/** sfc32 (C. Doty-Humphrey, PractRand), begun with a seed and warmed up. */
export function randomFrom(seed: number): Random {
  let [a, b, c, count] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let turn = 0; turn < 15; turn += 1) next();
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, chance: (share) => next() < share };
}
