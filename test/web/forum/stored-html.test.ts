import { expect } from 'chai';

import { plainText, shorten, storedElsewhere } from '#src/web/forum/stored-html.ts';
import { createMarkdown } from '#src/web/markdown.ts';

describe('the words of a post', () => {
  it('are what one reads, without marks and with their signs', () => {
    const markup = createMarkdown().render('Open **Settings**, then\n\n- a < b & "c"\n- `d`!');

    expect(plainText(markup)).to.equal('Open Settings, then a < b & "c" d!');
  });

  it('do not unfold twice', () => {
    expect(plainText('<p>&amp;lt;b&amp;gt;</p>')).to.equal('&lt;b&gt;');
  });

  it('are cut between words', () => {
    expect(shorten('one two three', 20)).to.equal('one two three');
    expect(shorten('one two, three', 10)).to.equal('one two…');
    expect(shorten('x'.repeat(30), 10)).to.equal(`${'x'.repeat(10)}…`);
  });
});

describe('markup for readers elsewhere', () => {
  it('has whole addresses and no pictures, only links to them', () => {
    const markup =
      '<p><a href="/pictures/a.webp"><img src="/pictures/a.webp" alt="A mast" width="4" height="3" loading="lazy" /></a></p>';

    expect(storedElsewhere(markup, 'https://ours.example')).to.equal(
      '<p><a href="https://ours.example/pictures/a.webp">A mast</a></p>',
    );
  });
});
