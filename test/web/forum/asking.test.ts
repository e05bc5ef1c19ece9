import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { createPasswords } from '#src/members/passwords.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aTopic } from '#test/support/make.ts';
import { expectInert, expectSound } from './reading.ts';

const password = 'three blue garden gnomes';

describe('asking', () => {
  const community = aCommunity();
  const passwords = createPasswords({
    pepper: 'a password pepper that is only for tests',
    cost: 4,
  });
  const typed = async () => ({
    title: 'Why is my eSIM still activating?',
    body: 'Since **last night**.',
    topic: (await aTopic(community.owner)).slug,
  });

  it('publishes the question and goes to it', async () => {
    const asker = await aMember(community.owner);
    const browser = community.visit(asker);

    const posted = await browser
      .post('/ask')
      .type('form')
      .send(await typed());

    expect(posted.status).to.equal(303);
    expect(posted.headers.location).to.match(/^\/q\/\d+\/why-is-my-esim-still-activating$/);
    const page = await browser.get(String(posted.headers.location));
    expect(page.text).to.include('<strong>last night</strong>').and.include('question is posted');
  });

  it('starts with what a link has put in', async () => {
    const { slug, name } = await aTopic(community.owner);

    const { text } = await community.visit().get(`/ask?title=No+"bars"&topic=${slug}`);

    expectSound(text);
    expect(text).to.include('value="No &#34;bars&#34;"');
    expect(text).to.include(`<option value="${slug}" selected>${name}</option>`);
  });

  it('says what is wrong beside each field and keeps everything', async () => {
    const asker = await aMember(community.owner);

    const answer = await community
      .visit(asker)
      .post('/ask')
      .type('form')
      .send({ title: 'help', body: '<b>Nothing</b> works', topic: 'nowhere' });

    expect(answer.status).to.equal(422);
    expectSound(answer.text);
    expect(answer.text).to.include('<title>Error: Ask a question');
    expect(answer.text).to.include('href="#title">Write your question as one sentence');
    expect(answer.text).to.include('href="#topic">Choose a topic.');
    expect(answer.text).to.include('value="help"').and.include('&lt;b&gt;Nothing&lt;/b&gt; works');
    expect(await community.db('questions').where({ author_id: asker.id })).to.deep.equal([]);
  });

  it('refuses what is too long, and takes what just fits', async () => {
    const browser = community.visit(await aMember(community.owner));
    const form = await typed();
    const send = (fields: object) =>
      browser
        .post('/ask')
        .type('form')
        .send({ ...form, ...fields });

    expect((await send({ title: 'é'.repeat(151) })).status).to.equal(422);
    expect((await send({ body: 'x'.repeat(20_001) })).status).to.equal(422);
    expect((await send({ title: '😀'.repeat(150), body: '語'.repeat(20_000) })).status).to.equal(
      303,
    );
  });

  it('shows how it will look before anything is posted, to anybody', async () => {
    const form = await typed();

    const answer = await community.visit().post('/ask/preview').type('form').send(form);

    expect(answer.status).to.equal(200);
    expectSound(answer.text);
    expect(answer.text)
      .to.include('<strong>last night</strong>')
      .and.include('Since **last night**.');
    expect(answer.headers).to.not.have.property('set-cookie');
    expect(await community.db('questions').where({ title: form.title })).to.have.length(1);
  });

  it('keeps a signed-out visitor’s words through sign-in', async () => {
    const { email } = await aMember(community.owner, {
      password_hash: await passwords.hash(password),
    });
    const browser = community.visit();
    const form = await typed();

    const refused = await browser.post('/ask').type('form').send(form);
    await browser.post('/sign-in').type('form').send({ email, password, next: '/ask' });
    const page = await browser.get('/ask');

    expect(refused.status).to.equal(401);
    expect(page.text).to.include(form.title).and.include(form.body);
    expect(page.text).to.include(`<option value="${form.topic}" selected>`);
  });

  it('is limited, and then keeps what was typed', async () => {
    const asker = await aMember(community.owner);
    await community.owner('rate_limits' as 'members').insert({
      key: `post:${String(asker.id)}`,
      points: 1_000_000,
      expire: '9999999999999',
    } as never);

    const answer = await community
      .visit(asker)
      .post('/ask')
      .type('form')
      .send(await typed());

    expect(answer.status).to.equal(429);
    expect(answer.headers['retry-after']).to.match(/^\d+$/);
    expect(answer.text).to.include('Since **last night**.');
  });

  it('takes any text there is, and prints it as text', async function () {
    const file = join(process.env.REAL_DATA ?? '', 'naughty-strings.json');
    if (!process.env.REAL_DATA || !existsSync(file)) this.skip();
    this.timeout(120_000);
    const strings = JSON.parse(readFileSync(file, 'utf8')) as string[];
    const browser = community.visit(await aMember(community.owner));
    const form = await typed();

    for (const naughty of strings) {
      const title = [...`Naughty: ${naughty} ?`].slice(0, 150).join('');
      const answer = await browser
        .post('/ask')
        .type('form')
        .send({ ...form, title, body: `.${naughty}` });
      expect(answer.status, naughty).to.be.oneOf([303, 422]);
      if (answer.status === 303) {
        const page = await browser.get(String(answer.headers.location));
        expect(page.status, naughty).to.equal(200);
        expectInert(page.text);
      }
    }
  });
});
