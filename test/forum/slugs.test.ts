import { expect } from 'chai';

import { slugOf } from '#src/forum/slugs.ts';

describe('The readable end of an address', () => {
  const slugs: [title: string, slug: string][] = [
    ['Can’t send MMS from my Pixel 7?', 'cant-send-mms-from-my-pixel-7'],
    ['Roaming in Curaçao – £5 a day?!', 'roaming-in-curacao-pounds-5-a-day'],
    ['  --5G--  ', '5g'],
    ['ﬁbre ½ speed', 'fibre-1-2-speed'],
    ['日本語の質問です', 'question'],
    ['?!?!', 'question'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Edit??????', 'edit-question'],
    ['Edit a text', 'edit-a-text'],
  ];

  for (const [title, slug] of slugs) {
    it(`of “${title}” is ${slug}`, () => {
      expect(slugOf(title)).to.equal(slug);
    });
  }

  it('is cut between words, at 60 characters at most', () => {
    expect(slugOf('word '.repeat(30))).to.equal(`${'word-'.repeat(11)}word`);
    expect(slugOf('x'.repeat(150))).to.have.length(60);
    expect(slugOf(`${'x'.repeat(60)} more`)).to.equal('x'.repeat(60));
  });
});
