import { upperBound } from '../agreement/bounds.ts';
import { kappaOf, type Kappa } from '../agreement/kappa.ts';
import type { VerdictRow } from '../rows.ts';

/** What stewards and staff said, independently, of the same answer. */
export type DoubleAudit = { stewards: VerdictRow['verdict']; staff: VerdictRow['verdict'] };

/** What the dial of a topic goes by. */
export type Figures = {
  /** Double audits that count. */
  audits: number;
  /** Those in which the stewards would have paid what staff did not, or the other way round. */
  errors: number;
  /** What the rate of errors is at most, one-sided, with 95 % confidence; 1 where nothing counts. */
  errorBound: number;
  /** Cohen's kappa with its 95 % interval; undefined where chance explains everything. */
  kappa: Kappa['estimate'];
  /** Stewards who serve in the topic. */
  stewards: number;
};

/**
 * The figures of double audits. Whether an answer is paid is what counts, so a pass and a fix are
 * the same here: both pay, and the mended word is for staff.
 */
export function figuresOf(doubles: readonly DoubleAudit[], stewards: number): Figures {
  const pairs = doubles.map((one) => [payOf(one.stewards), payOf(one.staff)] as const);
  const errors = pairs.filter(([ours, theirs]) => ours !== theirs).length;
  const { n, estimate } = kappaOf(pairs);
  return { audits: n, errors, errorBound: upperBound(errors, n), kappa: estimate, stewards };
}

const payOf = (verdict: VerdictRow['verdict']) => (verdict === 'fail' ? 'not-paid' : 'paid');
