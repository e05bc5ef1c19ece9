import { Z95 } from './kappa.ts';

/**
 * The most that a rate can be, one-sided, after `errors` in `n` independent trials: the exact bound
 * of C. J. Clopper and E. S. Pearson, Biometrika 26 (1934). The rate p at which so few errors would
 * come up in only 1 − `confidence` of all cases: P(X ≤ errors | n, p) = 1 − confidence. It never
 * promises too much, so it is the one that a decision may rest on. 1 where nothing was tried.
 */
export function upperBound(errors: number, n: number, confidence = 0.95): number {
  if (n === 0 || errors >= n) return 1;
  let [low, high] = [errors / n, 1];
  while (high - low > PRECISION) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(errors, n, middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** A share with its 95 % interval, all from 0 to 1. */
export type Ratio = { n: number; share: number; low: number; high: number };

/**
 * The two-sided 95 % interval of a share by E. B. Wilson's score, Journal of the American Statistical
 * Association 22 (1927): it stays sensible where n is small or the share is 0 or 1, so it is the one
 * that pages show. Everything is possible where n is 0.
 */
export function ratioOf(successes: number, n: number): Ratio {
  if (n === 0) return { n, share: 0, low: 0, high: 1 };
  const share = successes / n;
  const square = Z95 ** 2;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const reach =
    (Z95 / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return { n, share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** How near the bound is computed; far below what any page shows. */
const PRECISION = 1e-9;

/** P(X ≤ most) of a binomial, summed in logarithms so that no term vanishes at a large n. */
function chanceOfAtMost(most: number, n: number, p: number): number {
  if (p >= 1) return most >= n ? 1 : 0;
  const odds = Math.log(p) - Math.log1p(-p);
  let term = n * Math.log1p(-p);
  let sum = term;
  for (let k = 1; k <= most; k += 1) {
    term += Math.log(n - k + 1) - Math.log(k) + odds;
    const [small, large] = term < sum ? [term, sum] : [sum, term];
    sum = large + Math.log1p(Math.exp(small - large));
  }
  return Math.exp(sum);
}
