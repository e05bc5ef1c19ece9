import { expect } from 'chai';

import { postAnswer } from '#src/forum/post-answer.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAnsweredQuestion } from '#test/support/make.ts';
import { expectSound } from './reading.ts';

describe('the editor', () => {
  const community = aCommunity();
  const pathOf = ({ id, slug }: { id: number; slug: string }) => `/q/${String(id)}/${slug}`;

  it('begins an answer with what a post says, as readers see it', async () => {
    const { question } = await anAnsweredQuestion(community.owner);
    const author = await aMember(community.owner, { level: 'helper' });
    const body = '> @old wrote:\n> Gone\n\nRing **Beth**.\n\n- one\n- two';
    const { id } = await community.perform(author, (work) =>
      postAnswer(work, createMarkdown(), { question: question.id, body }),
    );

    const plain = await community.visit().get(pathOf(question));
    const page = await community.visit().get(`${pathOf(question)}?quote=a-${String(id)}`);

    expect(plain.text).to.include(`href="${pathOf(question)}?quote=a-${String(id)}#reply"`);
    expectSound(page.text);
    expect(page.text).to.include(
      `>\n&gt; @${author.name} wrote:\n&gt;\n&gt; Ring Beth.\n&gt; - one\n&gt; - two\n\n</textarea>`,
    );
  });

  it('quotes nothing that is removed, elsewhere or not there', async () => {
    const { question, answer } = await anAnsweredQuestion(community.owner);
    const other = await anAnsweredQuestion(community.owner);
    await community.owner('answers').where({ id: answer.id }).update({ removed_at: new Date() });

    for (const quote of [
      `a-${answer.id}`,
      `a-${other.answer.id}`,
      'a-x',
      'q&quote=a-1',
      '__proto__',
    ]) {
      const page = await community.visit().get(`${pathOf(question)}?quote=${quote}`);
      expect(page.status).to.equal(200);
      if (!quote.startsWith('q')) expect(page.text, quote).to.not.include('wrote:');
    }
  });

  it('shows a better version before it is saved', async () => {
    const { answer, helper: author } = await anAnsweredQuestion(community.owner);

    const page = await community
      .visit(author)
      .post(`/a/${answer.id}/edit/preview`)
      .type('form')
      .send({ body: `**New** @${author.name}`, reason: 'Because', version: '1' });

    expect(page.status).to.equal(200);
    expectSound(page.text);
    expect(page.text).to.include('<strong>New</strong> <a href="/u/');
    expect(page.text).to.include('value="Because"').and.include('>\n**New** @');
  });

  it('brings scripts to whoever may write, and none to whoever only reads', async () => {
    const { question } = await anAnsweredQuestion(community.owner);

    const read = await community.visit().get(pathOf(question));
    const written = await community.visit(await aMember(community.owner)).get(pathOf(question));

    expect(read.text).to.not.include('/assets/editor').and.not.include('<template>');
    expect(written.text).to.match(/<script src="\/assets\/editor-mentions/);
  });

  it('offers members by the beginning of their names to whoever has signed in', async () => {
    const { question } = await anAnsweredQuestion(community.owner);
    const member = await aMember(community.owner);
    await aMember(community.owner, { name: 'Xena' });
    const address = `/mentions?q=xe&question=${question.id}`;

    const offered = await community.visit(member).get(address);
    const signedOut = await community.visit().get(address);

    expect(offered.body).to.deep.equal([{ name: 'Xena', note: '' }]);
    expect(signedOut.status).to.equal(303);
  });

  describe('asked too often', () => {
    const busy = aCommunity({ limits: { mention: { points: 2, seconds: 60 } } });

    it('says so', async () => {
      const visitor = busy.visit(await aMember(busy.owner));
      const statuses = [];
      for (let nth = 0; nth < 3; nth += 1)
        statuses.push((await visitor.get('/mentions?q=a')).status);

      expect(statuses).to.deep.equal([200, 200, 429]);
    });
  });
});
