import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { ALLOWED_TAGS, sanitise } from '#src/web/markdown-sanitise.ts';
import { createMarkdown } from '#src/web/markdown.ts';

const { render, excerpt } = createMarkdown();

describe('Markdown of a post', () => {
  it('has lists that keep their first number', () => {
    expect(render('3. one\n4. two')).to.equal(
      '<ol start="3">\n<li>one</li>\n<li>two</li>\n</ol>\n',
    );
  });

  it('ends what has no content as HTML does, and leaves alone what people type', () => {
    expect(render('one  \ntwo\n\n---\n\n`<br />` />')).to.equal(
      '<p>one<br>\ntwo</p>\n<hr>\n<p><code>&lt;br /&gt;</code> /&gt;</p>\n',
    );
  });

  it('shows HTML as text', () => {
    expect(render('<img src=x onerror=alert(1)>')).to.equal(
      '<p>&lt;img src=x onerror=alert(1)&gt;</p>\n',
    );
  });

  it('links known kinds of address and vouches for none of them', () => {
    const links = ['http://a.example', 'https://a.example', 'mailto:a@b.example', 'tel:+44'];

    for (const link of links) {
      expect(render(`[go](${link})`)).to.equal(
        `<p><a href="${link}" rel="ugc nofollow noopener">go</a></p>\n`,
      );
    }
    expect(render('see https://a.example')).to.include('<a href="https://a.example" rel="ugc');
  });

  it('links nothing else', () => {
    const addresses = [
      ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', '&#106;avascript:alert(1)'],
      ...['data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil.example', '/own', 'x'],
    ];

    for (const address of addresses) {
      expect(render(`[go](${address}) <${address}>`)).not.to.include('<a');
    }
  });

  it('has no reference definitions, which a few bytes could repeat without end', () => {
    expect(render('[a][x]\n\n[x]: https://a.example')).not.to.include('>a</a>');
  });

  it('shows a picture as a link to it, or as its words inside another link', () => {
    expect(render('![a mast](https://a.example/m.png)')).to.equal(
      '<p><a href="https://a.example/m.png" rel="ugc nofollow noopener">a mast</a></p>\n',
    );
    expect(render('[![a mast](https://a.example/m.png)](https://b.example)')).to.equal(
      '<p><a href="https://b.example" rel="ugc nofollow noopener">a mast</a></p>\n',
    );
  });

  it('starts its headings at the third level and skips none', () => {
    expect(headings(render('## a\n\n#### b\n\n## c'))).to.deep.equal(['h3', 'h4', 'h3']);
    expect(headings(render('# a\n\n## b\n\n### c\n\n#### d\n\n##### e'))).to.deep.equal([
      'h3',
      'h4',
      'h5',
      'h6',
      'h6',
    ]);
  });

  it('puts a table into a box that scrolls, aligned without styles', () => {
    const table = render('|Zone|Price|\n|-|-:|\n|1|£2|');

    expect(table).to.match(/^<div class="table-wrap" tabindex="0"/);
    expect(table).to.include('<td class="n">£2</td>');
    expect(table).not.to.include('style');
  });

  it('replaces what is no text', () => {
    expect(render('a\0b\uD800c😀')).to.equal('<p>a\uFFFDb\uFFFDc😀</p>\n');
  });
});

describe('The second wall', () => {
  it('stops what the renderer should never have made', () => {
    const bad = '<script>x</script><p style="a" onclick="b">t</p><a href="javascript:x">y</a><img>';

    expect(sanitise(bad)).to.equal('<p>t</p><a>y</a>');
  });
});

describe('Markdown of the operator', () => {
  const operator = createMarkdown('operator');

  it('starts its headings at the second level and links own pages', () => {
    expect(headings(operator.render('# a\n\n## b'))).to.deep.equal(['h2', 'h3']);
    expect(operator.render('[rules](/guidelines)')).to.equal(
      '<p><a href="/guidelines">rules</a></p>\n',
    );
  });

  it('still sends nobody to another site by what looks like an own page', () => {
    expect(operator.render('[x](//evil.example)')).not.to.include('<a');
    expect(operator.render('[x](/\\evil.example)')).to.include('href="/%5Cevil.example"');
  });
});

describe('Hostile Markdown', () => {
  const lines = (make: (index: number) => string, count: number) =>
    Array.from({ length: count }, (_, index) => make(index)).join('\n');
  const pathological: Record<string, string> = {
    'open brackets': '['.repeat(20_000),
    'emphasis that never ends': '*a_'.repeat(6_666),
    'quotes in quotes': '>'.repeat(10_000) + 'a',
    'lists in lists': lines((depth) => `${' '.repeat(depth * 2)}- a`, 139),
    'lists on one line': '- '.repeat(9_999) + 'a',
    backticks: '`'.repeat(10_000) + 'a',
    'backticks of every length': lines((length) => `${'`'.repeat(length)}a`, 190),
    'a table of empty cells': `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'a\n'.repeat(200)}`,
    'many short links': '<http://a>'.repeat(2_000),
    pictures: '![](http://a)'.repeat(1_500),
    ampersands: '&'.repeat(20_000),
    definitions: '[a]: b\n'.repeat(2_800),
  };

  for (const [name, source] of Object.entries(pathological)) {
    it(`stays within bounds: ${name}`, () => {
      const rendered = render(source);

      expect(rendered.length).to.be.at.most(source.length * 20 + 10_000);
      expect(strangers(rendered)).to.deep.equal([]);
    });
  }

  it('is shown as typed where it nests deeper than anyone means to', () => {
    expect(render(`${'>'.repeat(40)} still here`)).to.equal(
      `<p>${'&gt;'.repeat(40)} still here</p>`,
    );
  });
});

describe('Markdown from the wild', () => {
  it('every example of the CommonMark specification is safe', function () {
    const examples = realData('commonmark-spec.json') as { markdown: string }[] | undefined;
    if (!examples) return this.skip();

    const unsafe = examples.filter(({ markdown }) => strangers(render(markdown)).length > 0);

    expect(examples.length).to.be.above(600);
    expect(unsafe).to.deep.equal([]);
  });

  it('every naughty string is safe', function () {
    const strings = realData('naughty-strings.json') as string[] | undefined;
    if (!strings) return this.skip();

    const unsafe = strings.filter((text) => strangers(render(text)).length > 0);

    expect(strings.length).to.be.above(500);
    expect(unsafe).to.deep.equal([]);
    expect(strings.filter((text) => excerpt(text).length > 181)).to.deep.equal([]);
  });
});

describe('An excerpt', () => {
  it('is the first words without their marks', () => {
    const post = '# Hello\n\nThis **is** a [link](https://a.example) and `code`.\n\n1. one\n2. two';

    expect(excerpt(post)).to.equal('Hello This is a link and code. one two');
  });

  it('ends at a word, with an ellipsis', () => {
    expect(excerpt('One two, three', 9)).to.equal('One two…');
    expect(excerpt('x'.repeat(30), 10)).to.equal(`${'x'.repeat(10)}…`);
  });

  it('is text: whoever prints it escapes it', () => {
    expect(excerpt('a < b & "c"')).to.equal('a < b & "c"');
  });
});

const headings = (markup: string) => [...markup.matchAll(/<(h\d)>/g)].map(([, level]) => level);

/** What a post may not hold: other tags, other attributes, addresses of other kinds. */
function strangers(markup: string): string[] {
  return [...markup.matchAll(/<\/?([^\s>/]+)([^>]*)>/g)]
    .filter(([, tag = '', rest = '']) => !ALLOWED_TAGS.includes(tag) || !isPlain(rest))
    .map(([whole]) => whole);
}

function isPlain(attributes: string): boolean {
  const known = attributes
    .replace(/ href="(?:https?:\/\/|mailto:|tel:)[^"]*"/i, '')
    .replace(/ (?:rel|class|start|tabindex|role|aria-label)="[\w -]*"/g, '');
  return /^\s*\/?$/.test(known);
}

function realData(file: string): unknown {
  const path = join(process.env.REAL_DATA ?? '', file);
  if (!process.env.REAL_DATA || !existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8'));
}
