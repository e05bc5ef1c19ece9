import { expect } from 'chai';
import fc from 'fast-check';
import createMarkdownIt from 'markdown-it';

import { fitTitle, htmlToMarkdown } from '#src/imports/html-to-markdown.ts';

import { textOfHtml } from './text-of-html.ts';

const markdown = createMarkdownIt({ html: false });
const readsAs = (html: string) => textOfHtml(markdown.render(htmlToMarkdown(html)));

describe('HTML as Markdown', () => {
  it('keeps paragraphs, lists, quotes and emphasis', () => {
    const html =
      '<p>Try <b>all</b> of <em>this</em>:</p><ul><li>one<ol><li>first</li><li>second</li></ol>' +
      '</li><li>two</li></ul><blockquote><p>It <s>works</s></p></blockquote><ol start="4">' +
      '<li>four</li><li>five</li></ol><hr>';

    expect(htmlToMarkdown(html)).to.equal(
      [
        'Try **all** of *this*:',
        '- one\n  1. first\n  2. second\n- two',
        '> It ~~works~~',
        '4. four\n5. five',
        '* * *',
      ].join('\n\n'),
    );
  });

  it('keeps headings below those of the page, on one line', () => {
    expect(htmlToMarkdown('<h1>The<br>APN</h1><h3>Dial #</h3><h6>Six</h6>')).to.equal(
      '### The APN\n\n##### Dial \\#\n\n###### Six',
    );
  });

  it('keeps code as it was typed, with as many backticks as it takes', () => {
    expect(htmlToMarkdown('<pre><code>a *b*\n\n\n```\n</code></pre>')).to.equal(
      '````\na *b*\n\n\n```\n````',
    );
    expect(htmlToMarkdown('<p><code>a `b`</code>: <kbd>Ctrl</kbd><kbd>*</kbd></p>')).to.equal(
      '`` a `b` ``: `Ctrl` `*`',
    );
  });

  it('keeps links to the web and to mail, and the words of all others', () => {
    const link = (href: string) => htmlToMarkdown(`<a href="${href}">this</a>`);

    expect(link('https://example.org/a_(b)?c=1&amp;d')).to.equal(
      '[this](https://example.org/a_\\(b\\)?c=1&d)',
    );
    expect(link('//example.org/a b')).to.equal('[this](https://example.org/a%20b)');
    expect(link('mailto:help@example.org')).to.equal('[this](mailto:help@example.org)');
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '/questions/1', 'http://', '']) {
      expect(link(href), href).to.equal('this');
    }
  });

  it('turns an image into a link to it, unless it is in a link already', () => {
    const image = '<img src="https://example.org/a.png" alt="the *bill*">';

    expect(htmlToMarkdown(image)).to.equal('[the \\*bill\\*](https://example.org/a.png)');
    expect(htmlToMarkdown(`<a href="https://example.org/">${image}</a>`)).to.equal(
      '[the \\*bill\\*](https://example.org/)',
    );
    expect(htmlToMarkdown('<img src="https://example.org/a.png">')).to.match(/^\[image\]/);
    expect(htmlToMarkdown('<img src="data:image/png;base64,AA==" alt="dot">')).to.equal('dot');
  });

  it('drops what nobody reads: scripts, control characters, heaps of breaks', () => {
    expect(htmlToMarkdown('a<script>b</script><style>c</style>\0&#1;<br><br><br><br>d')).to.equal(
      'a  \n  \nd',
    );
  });

  it('leaves plain punctuation alone', () => {
    const text = 'Hi! AT&T: 5 < 6 - "+44 3.5 (2) #1", 50~60; see a_b_c. ';
    expect(htmlToMarkdown(`<p>${text}<b>Yes</b>. <i>No</i>: 1 - 2!</p>`)).to.equal(
      `${text}**Yes**. *No*: 1 - 2!`,
    );
  });

  for (const text of [
    ...['# one', '1. one', '2) two', '- x', '+ x', '> x', '---', '===', '~~~', '```', '* * *'],
    ...['*a* _b_ __c__ ~~d~~ `e`', '[a](http://x) ![b](http://x)', '[a]: http://x', '\\*'],
    ...['&lt;http://x.y&gt;', '&lt;b&gt;bold&lt;/b&gt;', '&amp;amp; &amp;lt; &amp;#42;', 'a | b'],
    ...['a | b<br>--- | ---<br>1 | 2', 'a<br>===', 'a<br>- b', '<span>1</span>. x', '1986.'],
  ]) {
    it(`reads the same: ${text}`, () => {
      for (const tag of ['p', 'li', 'blockquote', 'h2', 'b']) {
        const html = `<${tag}>${text}</${tag}>`;
        expect(readsAs(html), html).to.equal(textOfHtml(html));
      }
    });
  }

  for (const html of [
    ...[
      '<b>Note:</b>text',
      'a<b>"b"</b>c',
      '<b>a</b><b>b</b>',
      '<i>a</i><b>b</b>',
      '<b>a<b>b</b></b>',
    ],
    ...['un<b>believ</b>able', '<b> a </b>b', '<b><p>a</p><p>b</p></b>', '<b>a<br><br>b</b>'],
    ...[
      'Look!<a href="http://x.y/">here</a>',
      '<a href="http://x.y/">a]b</a>',
      '<i></i><b><br>a</b>',
    ],
    ...['<code>\\</code><code>`</code>', '<li>a', 'x<li>b</li>', '<ul><li><hr></li></ul>'],
  ]) {
    it(`prints no marks for ${html}`, () => {
      expect(readsAs(html)).to.equal(textOfHtml(html));
    });
  }

  it('reads the same whatever the pieces of a text are', () => {
    const pieces = ['a', 'b c', ' ', '.', '12', 'é'].concat(
      Array.from('!"#$%&()*+,-/:;<=>?@[]\\^_`{|}~'),
    );
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 12 })
      .map((chosen) => chosen.join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    const tags = fc.constantFrom('b', 'i', 's', 'code', 'kbd', 'span', 'a href="http://x.y/"');

    fc.assert(
      fc.property(text, tags, text, text, (before, tag, inside, after) => {
        const html = `<p>${before}<${tag}>${inside}</${tag.split(' ', 1).join('')}>${after}</p>`;
        expect(readsAs(html)).to.equal(textOfHtml(html));
      }),
      { numRuns: 500 },
    );
  });

  it('says so where it cuts a long text, and leaves no code block open', () => {
    const code = `<pre>${'ring ring\n'.repeat(3_000)}</pre>`;
    const listed = `<blockquote><ul><li>${code}</li></ul></blockquote>`;
    for (const html of [code, listed, '<p>ring ring</p>'.repeat(3_000), 'ring'.repeat(6_000)]) {
      const text = htmlToMarkdown(html);

      expect(text.length).to.be.within(19_000, 20_000);
      expect(markdown.render(text)).to.match(/<p>… <em>\(shortened on import\)<\/em><\/p>\s*$/);
    }
  });

  it('reads tags nested beyond reason as plain text', () => {
    expect(htmlToMarkdown(`${'<div>'.repeat(3_000)}hello &amp; goodbye`)).to.equal(
      'hello & goodbye',
    );
  });
});

describe('a title of the dump', () => {
  it('is plain text', () => {
    expect(fitTitle(' AT&amp;T:  what does <br> do * 1. to a_b? ')).to.equal(
      'AT&T: what does <br> do * 1. to a_b?',
    );
  });

  it('is made to fit 10 to 150 characters', () => {
    expect(fitTitle('eSIM?')).to.equal('eSIM? (question)');
    expect(fitTitle('')).to.equal('(question)');
    expect(fitTitle('0123456789')).to.equal('0123456789');
    expect(fitTitle('x'.repeat(150))).to.equal('x'.repeat(150));
    expect(fitTitle('x'.repeat(151))).to.equal(`${'x'.repeat(149)}…`);
    expect(fitTitle('😀'.repeat(90))).to.equal(`${'😀'.repeat(74)}…`);
  });
});
