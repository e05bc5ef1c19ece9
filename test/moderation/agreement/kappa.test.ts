import { expect } from 'chai';

import { kappaOf, Z95, type Kappa } from '#src/moderation/agreement/kappa.ts';

describe('Cohen’s kappa', () => {
  it('is .492 on Cohen’s own example of 1960, where chance explains .41 of .70', () => {
    const pairs = table([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);

    const { n, observed, expected, estimate } = kappaOf(pairs);

    expect(n).to.equal(200);
    expect(observed).to.be.closeTo(0.7, 1e-12);
    expect(expected).to.be.closeTo(0.41, 1e-12);
    expect(estimate?.kappa).to.be.closeTo(0.492, 0.0005);
  });

  it('has the standard error of Fleiss, Cohen and Everitt: .0686 for Agresti’s 91 couples', () => {
    const pairs = table([
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ]);

    const { estimate } = kappaOf(pairs);

    expect(estimate?.kappa).to.be.closeTo(0.1293, 0.00005);
    expect(errorOf(estimate)).to.be.closeTo(0.0686, 0.00005);
  });

  it('is .68 for Fleiss’s hundred diagnoses, where chance explains .66 of .89', () => {
    const pairs = table([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);

    const { observed, expected, estimate } = kappaOf(pairs);

    expect(observed).to.be.closeTo(0.89, 1e-12);
    expect(expected).to.be.closeTo(0.66, 1e-12);
    expect(estimate?.kappa).to.be.closeTo(0.676, 0.0005);
    expect(errorOf(estimate)).to.be.closeTo(0.087, 0.001);
  });

  it('is the same whoever of the two is named first', () => {
    const pairs = table([
      [20, 5],
      [10, 15],
    ]);

    const turned = kappaOf(pairs.map(([one, other]) => [other, one]));

    expect(kappaOf(pairs).estimate?.kappa).to.be.closeTo(0.4, 1e-12);
    expect(turned.estimate?.low).to.be.closeTo(kappaOf(pairs).estimate?.low ?? NaN, 1e-12);
    expect(turned.estimate?.high).to.be.closeTo(kappaOf(pairs).estimate?.high ?? NaN, 1e-12);
  });

  it('is below nothing where two people agree less than chance would have them', () => {
    const pairs = table([
      [0, 10],
      [10, 0],
    ]);

    expect(kappaOf(pairs).estimate).to.deep.equal({ kappa: -1, low: -1, high: -1 });
  });

  it('is undefined where both say the same word every time, and where nobody says anything', () => {
    const always = kappaOf(table([[40]]));

    expect(always).to.deep.equal({ n: 40, observed: 1, expected: 1 });
    expect(kappaOf([]).estimate).to.equal(undefined);
  });
});

/** The standard error that an interval was made of. */
const errorOf = (estimate: Kappa['estimate']) =>
  estimate && (estimate.high - estimate.low) / (2 * Z95);

/** The pairs that a printed table counts: the first rater’s word down, the second’s across. */
const table = (rows: number[][]): [string, string][] =>
  rows.flatMap((row, down) =>
    row.flatMap((count, across) =>
      Array.from({ length: count }, (): [string, string] => [String(down), String(across)]),
    ),
  );
