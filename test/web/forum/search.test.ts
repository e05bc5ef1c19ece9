import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { anAnsweredQuestion, aQuestion, aTopic } from '#test/support/make.ts';
import { anAcceptedAnswer } from '#test/support/rewarding.ts';
import { expectInert, expectSound, olderIn, titlesIn } from './reading.ts';

describe('search', () => {
  const community = aCommunity();
  const look = async (query: string) => {
    const { text } = await community.visit().get(`/search?${query}`).expect(200);
    expectSound(text);
    expect(text).to.include('<meta name="robots" content="noindex">');
    return text;
  };

  it('marks what was looked for, and prints the rest as text', async () => {
    const title = 'My <b>voicemail</b> & I are not friends';
    const body_html = '<p>The voicemail says &lt;script&gt; &amp; nothing else.</p>';
    await aQuestion(community.owner, { title, body_html });

    const page = await look('q=voicemail');

    expect(page).to.include('My &lt;b&gt;<mark>voicemail</mark>&lt;/b&gt; &amp; I are not friends');
    expect(page).to.include('<mark>voicemail</mark> says &lt;script&gt; &amp; nothing');
    expect(page).to.not.include('<b>voicemail').and.not.include('says <script>');
  });

  it('keeps the words in its field, whatever they are', async () => {
    const page = await look(`q=${encodeURIComponent('"><script>alert(1)</script>')}`);

    expect(page).to.include('value="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(page).to.not.include('<script>alert');
  });

  it('offers to ask what it did not find, with the words in the title', async () => {
    const page = await look('q=zebra+%26+crossing');

    expect(page).to.include('Nothing for “zebra &amp; crossing” yet');
    expect(page).to.include('href="/ask?title=zebra+%26+crossing"');
  });

  it('asks for words where there are none', async () => {
    const page = await look('q=+');

    expect(page).to.include('name="q"').and.not.include('Nothing for');
  });

  it('can be narrowed to a topic and to what is solved', async () => {
    const topic = await aTopic(community.owner);
    const title = 'How do I top up with a xylophone?';
    await aQuestion(community.owner, { title, topic_id: topic.id });
    await aQuestion(community.owner, { title: 'Another xylophone question' });
    const { question, answer } = await anAcceptedAnswer(community);
    const { question: unsolved } = await anAnsweredQuestion(community.owner);

    expect(titlesIn(await look('q=xylophone'))).to.have.length(2);
    expect(titlesIn(await look(`q=xylophone&topic=${topic.slug}`))).to.deep.equal([title]);
    const narrowed = await look('q=signal&solved=1');
    expect(titlesIn(narrowed)).to.include(question.title).and.not.include(unsolved.title);
    expect(narrowed).to.match(/<a href="[^"]*solved=1" aria-current="page">Solved</);
    expect(narrowed).to.include('<input type="hidden" name="solved" value="1">');
    expect(answer.id).to.be.a('number');
    expect((await community.visit().get('/search?q=x&topic=nowhere')).status).to.equal(404);
  });

  it('goes on by the page and keeps what it was asked', async () => {
    const topic = await aTopic(community.owner);
    for (let count = 0; count < 23; count += 1) {
      await aQuestion(community.owner, {
        ...{ title: `Quokka number ${String(count)}`, topic_id: topic.id },
      });
    }

    const first = await look(`q=quokka&topic=${topic.slug}`);
    const next = String(olderIn(first));
    const second = await look(next.slice('/search?'.length));

    expect(first).to.include('23 questions');
    expect(next).to.include(`topic=${topic.slug}`);
    expect(new Set([...titlesIn(first), ...titlesIn(second)]).size).to.equal(23);
  });

  it('takes any words there are', async function () {
    const file = join(process.env.REAL_DATA ?? '', 'naughty-strings.json');
    if (!process.env.REAL_DATA || !existsSync(file)) this.skip();
    this.timeout(120_000);

    for (const naughty of JSON.parse(readFileSync(file, 'utf8')) as string[]) {
      const { status, text } = await community
        .visit()
        .get(`/search?q=${encodeURIComponent(naughty)}`);
      expect(status, naughty).to.be.oneOf([200, 422]);
      expectInert(text);
    }
  });
});
