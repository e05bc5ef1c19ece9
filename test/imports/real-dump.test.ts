import { join } from 'node:path';

import { expect } from 'chai';
import createMarkdownIt from 'markdown-it';

import { handleFor, siteOf } from '#src/imports/dump-people.ts';
import { readPosts, type Dump } from '#src/imports/dump.ts';
import { fitTitle, htmlToMarkdown } from '#src/imports/html-to-markdown.ts';

import { textOfHtml } from './text-of-html.ts';

const folder = process.env['REAL_DATA'];
const path = join(folder ?? '', 'stackexchange-coffee-posts.xml');

(folder === undefined ? describe.skip : describe)('the dump of a real community', () => {
  let dump: Dump;
  before(async () => {
    dump = await readPosts(path);
  });

  it('is read whole', () => {
    expect(dump.questions).to.have.length(225);
    expect(dump.answers).to.have.length(327);
    expect(dump.questions.filter((one) => one.acceptedAnswerId !== null)).to.have.length(105);
    expect(dump.skipped).to.deep.equal({ tagWikis: 40, other: 0, acceptances: 0 });
  });

  it('gives every writer a handle of their own', () => {
    const handles = dump.people.map((person) => handleFor(person, siteOf(path)));

    expect(new Set(handles).size).to.equal(115);
    expect(handles).to.include('coffee-user-4');
  });

  it('reads the same in Markdown, every word of every post', () => {
    const markdown = createMarkdownIt({ html: false });
    const changed = [...dump.questions, ...dump.answers].filter(
      ({ html }) => textOfHtml(markdown.render(htmlToMarkdown(html))) !== textOfHtml(html),
    );

    expect(changed.map(({ line }) => line)).to.deep.equal([]);
  });

  it('has titles that fit', () => {
    const lengths = dump.questions.map(({ title }) => fitTitle(title).length);

    expect(lengths.every((length) => length >= 10 && length <= 150)).to.equal(true);
  });
});
