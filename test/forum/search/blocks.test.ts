import { expect } from 'chai';

import { blocksBelow } from '#src/forum/search/blocks.ts';

describe('Blocks of questions', () => {
  /** The first and the last number of a block. */
  const bounds = (tag: string): [number, number] => {
    const [size = 0, nth = 0] = tag.slice(1).split(':').map(Number);
    return [nth * 2 ** size, (nth + 1) * 2 ** size - 1];
  };

  const TOPS = [0, 1, 1023, 1024, 8191, 8192, 100_000, 524_287, 1_234_567, 40_000_000];
  const EACH = TOPS.flatMap((top) => [false, true].map((few) => ({ top, few })));

  it('hold every number once, from the newest down', () => {
    for (const { top, few } of EACH) {
      const blocks = blocksBelow(top, { few }).map(bounds);

      expect(blocks[0]?.[1], String(top)).to.be.at.least(top);
      expect(blocks.at(-1)?.[0]).to.equal(0);
      blocks.slice(1).forEach(([, last], at) => {
        expect(last + 1, String(top)).to.equal(blocks[at]?.[0]);
      });
    }
  });

  it('are few, however many numbers there are', () => {
    expect(blocksBelow(100_000).length).to.be.at.most(24);
    expect(blocksBelow(1_000_000).length).to.be.at.most(26);
    expect(blocksBelow(1_000_000, { few: true }).length).to.equal(2);
  });

  it('are none where there is no question', () => {
    expect(blocksBelow(-1)).to.deep.equal([]);
  });
});
