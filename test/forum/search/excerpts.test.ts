import { expect } from 'chai';

import { doubtAcceptance } from '#src/forum/doubt-acceptance.ts';
import { searchQuestions } from '#src/forum/search/search-questions.ts';
import { aCommunity } from '#test/support/community.ts';
import { anAcceptance, anAnsweredQuestion, aQuestion } from '#test/support/make.ts';

describe('The excerpt of a search result', () => {
  const community = aCommunity();
  const excerptFor = async (q: string) => {
    const { rows } = await searchQuestions(community.db, { q });
    return rows[0]?.snippet.map(({ text }) => text).join('');
  };

  const takes = [
    ['bold', 'open <strong>Zephyr</strong>, then', 'open Zephyr, then'],
    ['code', 'Zephyr needs <code>wap</code>! Then', 'Zephyr needs wap! Then'],
    ['a link', 'open (<a href="/a?b=1" rel="nofollow">Zephyr</a>). Then', 'open (Zephyr). Then'],
    [
      'a mix',
      'open <em>Zephyr</em>: <s>no</s>; <em><code>yes</code></em>? Then',
      'open Zephyr: no; yes? Then',
    ],
    ['part of a word', 'open <em>zephyr</em>s; then', 'open zephyrs; then'],
    ['what is no tag', 'open zephyr a &lt;s&gt;, then', 'open zephyr a <s>, then'],
  ] as const;
  for (const [what, html, expected] of takes) {
    it(`keeps ${what} and its punctuation together`, async () => {
      await community.owner('search_documents').delete();
      const body_html = `<p>First restart it, ${html} wait a minute and look again.</p>`;
      await aQuestion(community.owner, { body: 'zephyr', body_html });

      expect(await excerptFor('zephyr')).to.include(`restart it, ${expected} wait`);
    });
  }

  it('keeps paragraphs apart', async () => {
    await community.owner('search_documents').delete();
    const body_html = '<p>One zephyr.</p><ul><li>Two</li><li>Three<br>Four times over</li></ul>';
    await aQuestion(community.owner, { body: 'zephyr', body_html });

    expect(await excerptFor('zephyr')).to.match(/zephyr\.\s+Two\s+Three\s+Four\s+times/);
  });

  it('is from an accepted answer only as long as its asker stands by it', async () => {
    const { db, perform } = community;
    const { asker, answer } = await anAnsweredQuestion(db);
    await db('answers').where({ id: answer.id }).update({ body_html: '<p>Ask for a mistral</p>' });
    const acceptance = await anAcceptance(db, answer);
    const accepted = async () => {
      const { rows } = await searchQuestions(db, { q: 'mistral' });
      return rows[0]?.answer?.accepted;
    };
    expect(await accepted()).to.equal(true);

    await perform(asker, (work) => doubtAcceptance(work, acceptance));

    expect(await accepted()).to.equal(false);
  });
});
