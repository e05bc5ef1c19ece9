import { expect } from 'chai';

import { removePost } from '#src/moderation/posts/remove-post.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aMember,
  aModerator,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
  aTopic,
} from '#test/support/make.ts';
import { all, one, readXml, type Element } from './xml.ts';

describe('feeds', () => {
  const community = aCommunity();
  const read = async (path: string) => {
    const { text, headers } = await community.visit().get(path).buffer(true).expect(200);
    expect(headers['content-type']).to.equal('application/atom+xml; charset=utf-8');
    const feed = readXml(text);
    expectAtom(feed);
    return feed;
  };
  const titles = (feed: Element) => all(feed, 'entry').map((entry) => one(entry, 'title').text);

  it('are Atom, whatever people have typed', async () => {
    const hostile = ']]></title><script>&amp;\u0001\u000B\uFFFE "\'<b>🦊';
    const author = await aMember(community.owner, { name: 'Zoë-Ångström' });
    const question = await aQuestion(community.owner, {
      ...{ title: hostile, body: hostile, excerpt: hostile, author_id: author.id },
      body_html: createMarkdown().render(hostile),
    });

    const feed = await read('/feed.atom');
    const thread = await read(`/q/${question.id}.atom`);

    const shown = ['\u0001', '\u000B', '\uFFFE'].reduce(
      (text, impossible) => text.replaceAll(impossible, '\uFFFD'),
      hostile,
    );
    expect(titles(feed)).to.include(shown);
    expect(titles(thread)).to.deep.equal([shown]);
    const [entry] = all(thread, 'entry');
    expect(entry && one(entry, 'content').text).to.not.include('<script>');
  });

  it('show what readers can see, by its one address', async () => {
    const { helper, question, answer } = await anAnsweredQuestion(community.owner);

    const feed = await read('/feed.atom');
    const thread = await read(`/q/${question.id}.atom`);

    const listed = all(feed, 'entry').find((entry) => one(entry, 'title').text === question.title);
    const url = 'http://goodline.test';
    expect(listed && one(listed, 'id').text).to.equal(`${url}/q/${question.id}`);
    expect(listed && one(listed, 'link').attributes['href']).to.equal(
      `${url}/q/${question.id}/${question.slug}`,
    );
    expect(titles(thread)).to.deep.equal([
      `${helper.name} answered: ${question.title}`,
      question.title,
    ]);
    expect(all(thread, 'entry')[0]?.children.map(({ text }) => text)).to.include(answer.body_html);
  });

  it('hold nothing that was removed or waits for a look', async () => {
    const { question, answer } = await anAnsweredQuestion(community.owner);
    const moderator = await aModerator(community.owner);
    const held = { held_at: new Date(), removed_at: new Date() };
    const waiting = await anAnswer(community.owner, { question_id: question.id, ...held });
    await community.perform(moderator, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'rude', note: 'A note' }),
    );

    const { text } = await community.visit().get(`/q/${question.id}.atom`).buffer(true);
    expect(text).to.not.include(answer.body).and.not.include(waiting.body);
    expect(titles(readXml(text))).to.deep.equal([question.title]);

    await community.perform(moderator, (work) =>
      removePost(work, { question: question.id }, { reason: 'spam', note: '' }),
    );
    expect((await community.visit(moderator).get(`/q/${question.id}.atom`)).status).to.equal(410);
    expect(titles(await read('/feed.atom'))).to.not.include(question.title);
  });

  it('of a topic hold that topic alone, and lead on to what is older', async () => {
    const { id: topic_id, slug } = await aTopic(community.owner);
    const asked: string[] = [];
    for (let nth = 0; nth < 32; nth += 1) {
      asked.unshift((await aQuestion(community.owner, { topic_id })).title);
    }

    const first = await read(`/topics/${slug}.atom`);
    const next = all(first, 'link').find(({ attributes }) => attributes['rel'] === 'next');
    const second = await read(next?.attributes['href']?.replace('http://goodline.test', '') ?? '');

    expect([...titles(first), ...titles(second)]).to.deep.equal(asked);
    expect(all(second, 'link').map(({ attributes }) => attributes['rel'])).to.not.include('next');
  });

  it('of what there is nothing in are feeds', async () => {
    const { slug } = await aTopic(community.owner);

    expect(titles(await read(`/topics/${slug}.atom`))).to.deep.equal([]);
  });

  it('need not be sent again to whoever has them', async () => {
    const { question } = await anAnsweredQuestion(community.owner);

    for (const path of ['/feed.atom', `/q/${question.id}.atom`]) {
      const { headers } = await community.visit().get(path);
      const etag = { 'if-none-match': headers.etag ?? '' };
      const since = { 'if-modified-since': headers['last-modified'] ?? '' };
      expect((await community.visit().get(path).set(etag)).status, path).to.equal(304);
      expect((await community.visit().get(path).set(since)).status, path).to.equal(304);
      expect(headers).to.not.have.property('set-cookie');
      expect(headers['cache-control']).to.equal('public, no-cache');
    }
    const { headers } = await community.visit().get(`/q/${question.id}.atom`);
    await anAnswer(community.owner, { question_id: question.id });
    const again = await community
      .visit()
      .get(`/q/${question.id}.atom`)
      .set({ 'if-none-match': headers.etag ?? '' });
    expect(again.status).to.equal(200);
  });

  it('are found from the pages of the same', async () => {
    const { question } = await anAnsweredQuestion(community.owner);
    const { slug } = await aTopic(community.owner);

    for (const [page, feed] of [
      ['/', '/feed.atom'],
      [`/topics/${slug}`, `/topics/${slug}.atom`],
      [`/q/${question.id}/${question.slug}`, `/q/${question.id}.atom`],
    ] as const) {
      const { text } = await community.visit().get(page);
      expect(text, page).to.include(
        `<link rel="alternate" type="application/atom+xml" href="${feed}"`,
      );
    }
  });

  it('are not there for what is not there', async () => {
    for (const path of ['/q/0.atom', '/q/x.atom', '/topics/nowhere.atom', '/feed.atom?after=x']) {
      expect((await community.visit().get(path)).status, path).to.equal(404);
    }
  });
});

/** What RFC 4287 demands of every feed. */
function expectAtom(feed: Element): void {
  expect(feed.name).to.equal('feed');
  expect(feed.attributes['xmlns']).to.equal('http://www.w3.org/2005/Atom');
  const self = all(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self');
  expect(self).to.have.length(1);
  for (const part of [feed, ...all(feed, 'entry')]) {
    expect(URL.canParse(one(part, 'id').text), 'an id is an address').to.equal(true);
    expect(one(part, 'title').text).to.not.equal('');
    expect(new Date(one(part, 'updated').text).toISOString()).to.equal(one(part, 'updated').text);
    expect(one(one(part, 'author'), 'name').text).to.not.equal('');
  }
  const ids = all(feed, 'entry').map((entry) => one(entry, 'id').text);
  expect(new Set(ids).size, 'no id twice').to.equal(ids.length);
  for (const entry of all(feed, 'entry')) {
    expect([...all(entry, 'content'), ...all(entry, 'summary')]).to.have.length(1);
    expect(one(entry, 'link').attributes['href']).to.match(/^http:\/\/goodline\.test\//);
  }
}
