import { expect } from 'chai';

import { wordDiff } from '#src/web/look/diff-html.ts';

describe('A difference', () => {
  it('marks the words that were taken out and added', () => {
    const diff = wordDiff('It costs £2.00 a day.', 'It costs £2.50 a day.');

    expect(diff).to.equal('<p class="diff">It costs £2.<del>00</del><ins>50</ins> a day.</p>');
  });

  it('shows markup as text', () => {
    expect(wordDiff('', '<script>')).to.equal('<p class="diff"><ins>&lt;script&gt;</ins></p>');
  });

  it('is by lines, or all of it, where comparing words would take too long', () => {
    const [before, after] = [words(3), words(7)];

    const diff = wordDiff(before, after);

    expect(diff).to.equal(`<p class="diff"><del>${before}</del><ins>${after}</ins></p>`);
  });
});

function words(factor: number): string {
  return Array.from({ length: 3000 }, (_, index) => `w${(index * factor * 7919) % 9973}`).join(' ');
}
