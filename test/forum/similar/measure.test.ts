import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { FIXTURE } from './fixture.ts';
import { inUse, PRECISION } from './pairs.ts';
import { type Labelled, measureSimilar, readLabelled } from './measure.ts';

describe('what asks the same', function () {
  this.timeout(600_000);

  it('is found among a few, with a slip in each and without the model', async () => {
    const { learned, queries, plain, slips, letters, pairs } = await measureSimilar(FIXTURE);

    expect({ learned, queries }).to.deep.equal({ learned: 36, queries: 4 });
    expect([plain.first, plain.five]).to.deep.equal([1, 1]);
    expect([slips.five, letters.five]).to.deep.equal([1, 1]);
    const [loosest, ...stricter] = pairs.placed;
    expect(loosest).to.deep.equal({ least: 40, pairs: 11, precision: 1, recall: 1 });
    expect(stricter.map(({ recall }) => recall).slice(0, 3)).to.deep.equal([0.75, 0.5, 0.5]);
    expect(inUse(pairs.placed)).to.include({ pairs: 0, precision: 0, recall: 0 });
  });

  // All of them take minutes: npm run similar -- measure.
  it('is found among a third of the real ones as often as is promised of all', async function () {
    const file = join(process.env.REAL_DATA ?? '', 'banking77-train.csv');
    if (!process.env.REAL_DATA || !existsSync(file)) this.skip();

    const { plain, slips, letters, pairs } = await measureSimilar(someOf(readLabelled(file)));

    expect(plain.first, 'first').to.be.at.least(0.85);
    expect(plain.five, 'first five').to.be.at.least(0.96);
    expect(slips.first, 'first with a slip').to.be.at.least(plain.first - 0.02);
    expect(slips.five, 'first five with a slip').to.be.at.least(plain.five - 0.02);
    expect(letters.first, 'first by letters').to.be.at.least(0.77);
    expect(letters.five, 'first five by letters').to.be.at.least(0.92);
    expect(inUse(pairs.placed)?.precision, 'pairs').to.be.at.least(PRECISION);
    expect(inUse(pairs.letters)?.precision, 'pairs by letters').to.be.at.least(PRECISION);
  });
});

/** What every third intent is asked with. */
function someOf(all: readonly Labelled[]): Labelled[] {
  const intents = [...new Set(all.map(({ intent }) => intent))].sort();
  const some = new Set(intents.filter((_, at) => at % 3 === 0));
  return all.filter(({ intent }) => some.has(intent));
}
