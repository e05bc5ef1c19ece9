import { expect } from 'chai';

import { TooMany } from '#src/refusals.ts';

describe('whoever did too much at once', () => {
  it('is told how long to wait, in words that one can use', () => {
    const said = [1, 40, 90, 91, 3_598].map((seconds) => new TooMany(seconds).message);

    const waits = said.map((text) => /Try again in (.*)\.$/.exec(text)?.[1]);
    expect(waits).to.deep.equal([
      'a second',
      '40 seconds',
      '90 seconds',
      '2 minutes',
      '60 minutes',
    ]);
  });
});
