import { expect } from 'chai';

import { ratioOf, upperBound } from '#src/moderation/agreement/bounds.ts';

/** R. G. Newcombe, Statistics in Medicine 17 (1998), table I: both intervals of four shares. */
const PRINTED = [
  { r: 81, n: 263, wilson: [0.2553, 0.3662], exact: 0.3676 },
  { r: 15, n: 148, wilson: [0.0624, 0.1605], exact: 0.1617 },
  { r: 0, n: 20, wilson: [0, 0.1611], exact: 0.1684 },
  { r: 1, n: 29, wilson: [0.0061, 0.1718], exact: 0.1776 },
] as const;

describe('Bounds of a rate', () => {
  for (const { r, n, wilson, exact } of PRINTED) {
    it(`are those that Newcombe prints for ${String(r)} of ${String(n)}`, () => {
      const { low, high } = ratioOf(r, n);

      expect(low).to.be.closeTo(wilson[0], 0.00005);
      expect(high).to.be.closeTo(wilson[1], 0.00005);
      expect(upperBound(r, n, 0.975)).to.be.closeTo(exact, 0.00005);
    });
  }

  it('let no error in 149 stand for two in a hundred, as 1 − 0.05^(1/n) says', () => {
    expect(upperBound(0, 148)).to.be.greaterThan(0.02);
    expect(upperBound(0, 149)).to.be.closeTo(1 - 0.05 ** (1 / 149), 1e-8);
    expect(upperBound(0, 149)).to.be.lessThan(0.02);
  });

  it('stay exact where there are very many trials', () => {
    expect(upperBound(2_000, 100_000)).to.be.closeTo(0.02074, 0.00002);
  });

  it('allow everything where nothing was tried', () => {
    expect(upperBound(0, 0)).to.equal(1);
    expect(upperBound(3, 3)).to.equal(1);
    expect(ratioOf(0, 0)).to.deep.equal({ n: 0, share: 0, low: 0, high: 1 });
  });
});
