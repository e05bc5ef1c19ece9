import { expect } from 'chai';

import { measureRings } from './measure.ts';

describe('A planted community of 5,000', () => {
  for (const [seed, what] of [
    [42, 'the signs were tuned on'],
    [7, 'nothing was tuned on'],
  ] as const) {
    it(`that ${what}: its rings are found, and its friends left alone`, async () => {
      const { planted, recall, precision } = await measureRings(seed);

      expect(planted).to.equal(54);
      expect(recall).to.be.at.least(0.9);
      expect(precision).to.be.at.least(0.95);
    }).timeout(180_000);
  }
});
