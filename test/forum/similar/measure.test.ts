import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { FIXTURE } from './fixture.ts';
import { measureSimilar, readLabelled } from './measure.ts';

describe('what asks the same', function () {
  this.timeout(1_200_000);

  it('is found among a few, with a slip in each and without the model', async () => {
    const { learned, queries, plain, slips, letters } = await measureSimilar(FIXTURE);

    expect({ learned, queries }).to.deep.equal({ learned: 36, queries: 4 });
    expect([plain.first, plain.five]).to.deep.equal([1, 1]);
    expect([slips.five, letters.five]).to.deep.equal([1, 1]);
  });

  it('is found among thousands as often as is promised', async function () {
    const file = join(process.env.REAL_DATA ?? '', 'banking77-train.csv');
    if (!process.env.REAL_DATA || !existsSync(file)) this.skip();

    const { plain, slips, letters } = await measureSimilar(readLabelled(file));

    expect(plain.first, 'first').to.be.at.least(0.85);
    expect(plain.five, 'first five').to.be.at.least(0.96);
    expect(slips.first, 'first with a slip').to.be.at.least(plain.first - 0.02);
    expect(slips.five, 'first five with a slip').to.be.at.least(plain.five - 0.02);
    expect(letters.first, 'first by letters').to.be.at.least(0.77);
    expect(letters.five, 'first five by letters').to.be.at.least(0.92);
  });
});
