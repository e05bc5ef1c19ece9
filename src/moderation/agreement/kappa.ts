/** How far two people who judge the same things agree beyond what chance alone would bring about. */
export type Kappa = {
  /** How many things both of them judged. */
  n: number;
  /** The share on which they agree, from 0 to 1. */
  observed: number;
  /** The share on which chance would make them agree, given how often each uses each word. */
  expected: number;
  /** From −1 to 1, with its 95 % interval; absent where chance explains everything or n is 0. */
  estimate?: { kappa: number; low: number; high: number };
};

/** The normal quantile of a two-sided 95 % interval. */
export const Z95 = 1.959964;

/**
 * Cohen's kappa of pairs of judgements: κ = (p_o − p_e) / (1 − p_e), undefined where p_e = 1.
 * J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
 * Measurement 20 (1960). Its interval is κ ± 1.96 standard errors, by the large-sample variance of
 * Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969), and kept within −1 and 1.
 */
export function kappaOf(pairs: readonly (readonly [string, string])[]): Kappa {
  const n = pairs.length;
  if (n === 0) return { n, observed: 0, expected: 0 };
  const words = [...new Set(pairs.flat())];
  const shares = new Map(words.map((word) => [word, sharesOf(pairs, word)]));
  const observed = pairs.filter(([one, other]) => one === other).length / n;
  const expected = [...shares.values()].reduce((sum, { one, other }) => sum + one * other, 0);
  if (1 - expected < Number.EPSILON) return { n, observed, expected };
  const kappa = (observed - expected) / (1 - expected);
  const error = Math.sqrt(varianceOf(pairs, shares, { n, observed, expected }));
  const [low, high] = [Math.max(-1, kappa - Z95 * error), Math.min(1, kappa + Z95 * error)];
  return { n, observed, expected, estimate: { kappa, low, high } };
}

/** How often each of the two uses a word, as shares. */
type Shares = { one: number; other: number };

function sharesOf(pairs: readonly (readonly [string, string])[], word: string): Shares {
  const used = (place: 0 | 1) => pairs.filter((pair) => pair[place] === word).length;
  return { one: used(0) / pairs.length, other: used(1) / pairs.length };
}

/** Equation 13 of 1969: every pair is one n-th of the table, so the sums run over the pairs. */
function varianceOf(
  pairs: readonly (readonly [string, string])[],
  shares: ReadonlyMap<string, Shares>,
  { n, observed, expected }: Required<Omit<Kappa, 'estimate'>>,
): number {
  const of = (word: string): Shares => shares.get(word) ?? { one: 0, other: 0 };
  const sum = pairs.reduce((total, [one, other]) => {
    if (one !== other) {
      return total + ((1 - observed) * (of(one).other + of(other).one)) ** 2;
    }
    return total + (1 - expected - (of(one).one + of(one).other) * (1 - observed)) ** 2;
  }, 0);
  const rest = (observed * expected - 2 * expected + observed) ** 2;
  return Math.max(0, sum / n - rest) / (n * (1 - expected) ** 4);
}
