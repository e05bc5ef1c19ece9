import { expect } from 'chai';

import { linksIn } from '#src/trust/spam/links.ts';
import { listedIn } from '#src/trust/spam/word-lists.ts';

const saysOf = (text: string, ...phrases: string[]) =>
  listedIn(
    text,
    phrases.map((phrase) => ({ phrase })),
  ).map(({ phrase }) => phrase);

describe('Words on the lists', () => {
  it('are found whatever their capitals, accents, look-alikes, figures or spaces between letters', () => {
    for (const text of [
      'CASINO',
      'cas1no',
      'càsínò',
      'c a s i n o',
      'c-a-s-i-n-o',
      'cаsino',
      'c@$ino',
    ]) {
      expect(saysOf(`Try our ${text} now`, 'casino'), text).to.deep.equal(['casino']);
    }
  });

  it('are never parts of other words', () => {
    expect(
      saysOf('I live in Scunthorpe and Penistone, near Sussex', 'cunt', 'penis', 'sex'),
    ).to.deep.equal([]);
    expect(saysOf('The classic analogue assassin', 'ass', 'anal')).to.deep.equal([]);
  });

  it('may be several words, which have to stand together', () => {
    expect(saysOf('Get a FREE, prize today', 'free prize')).to.deep.equal(['free prize']);
    expect(saysOf('The prize is free', 'free prize')).to.deep.equal([]);
  });
});

describe('Links in a post', () => {
  const linked = (text: string) => linksIn(text, 'https://goodline.example');

  it('are those to other sites, with or without http', () => {
    expect(linked('See https://www.Shop.example/x, www.other.com and third.co.uk/y')).to.deep.equal(
      [...['shop.example', 'other.com', 'third.co.uk']],
    );
  });

  it('are neither our own nor what only looks like one', () => {
    expect(
      linked('On https://goodline.example/q/1, at 3.30pm, v1.2.3, e.g. this, me@other.com'),
    ).to.deep.equal([]);
  });
});
