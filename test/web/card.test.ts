import { expect } from 'chai';
import sharp from 'sharp';

import { aCommunity } from '#test/support/community.ts';
import { anAnsweredQuestion, aQuestion } from '#test/support/make.ts';

describe('what other sites show of a page that somebody shares', () => {
  const community = aCommunity();
  const cardOf = async (path: string): Promise<Partial<Record<string, string>>> => {
    const { text } = await community.visit().get(path).expect(200);
    const properties = text.matchAll(/<meta property="(og:[^"]+)" content="([^"]*)">/g);
    const read = [...properties].map(([, name = '', content = '']) => [name, content] as const);
    return Object.fromEntries(read);
  };

  it('says what it is called, where it is and what it answers', async () => {
    const { question } = await anAnsweredQuestion(community.owner);
    const path = `/q/${String(question.id)}/${question.slug}`;

    const card = await cardOf(path);

    expect(card).to.include({
      ...{ 'og:title': question.title, 'og:url': `http://goodline.test${path}` },
      ...{ 'og:type': 'article', 'og:site_name': 'Goodline' },
    });
    expect(card['og:description']).to.include(question.body);
  });

  it('has a picture of ours, with its size and its words', async () => {
    const card = await cardOf('/');

    const address = new URL(String(card['og:image']));
    expect(address.origin).to.equal('http://goodline.test');
    expect(card).to.include({ 'og:image:width': '1200', 'og:image:height': '630' });
    expect(card['og:image:alt']).to.include('Ask once. Get it solved.');
    const picture = await community.visit().get(address.pathname).buffer(true);
    const body = picture.body as Buffer;
    const { format, width, height } = await sharp(body).metadata();
    expect({ format, width, height }).to.deep.equal({ format: 'png', width: 1200, height: 630 });
    expect(picture.headers['content-type']).to.equal('image/png');
    expect(body.length).to.be.at.most(40 * 1024);
  });

  it('is nothing for a page that is not to be found', async () => {
    const thin = await aQuestion(community.owner, { body: 'Help?' });

    expect(await cardOf(`/q/${String(thin.id)}/${thin.slug}`)).to.deep.equal({});
  });
});
