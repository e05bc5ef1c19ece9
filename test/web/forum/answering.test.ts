import { expect } from 'chai';

import { removePost } from '#src/moderation/posts/remove-post.ts';
import { createPasswords } from '#src/members/passwords.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aMember,
  aModerator,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
} from '#test/support/make.ts';
import { expectSound } from './reading.ts';

const password = 'three blue garden gnomes';

describe('answering', () => {
  const community = aCommunity();
  const pathOf = ({ id, slug }: { id: number; slug: string }) => `/q/${String(id)}/${slug}`;
  const somebodyWithPassword = async () =>
    aMember(community.owner, {
      password_hash: await createPasswords({
        pepper: 'a password pepper that is only for tests',
        cost: 4,
      }).hash(password),
    });

  it('publishes the answer and goes to it', async () => {
    const question = await aQuestion(community.owner);
    const browser = community.visit(await aMember(community.owner));

    const posted = await browser
      .post(`/q/${question.id}/answers`)
      .type('form')
      .send({ body: '1. Off\n2. On' });

    const answer = await community.db('answers').where({ question_id: question.id }).first();
    expect(posted.status).to.equal(303);
    expect(posted.headers.location).to.equal(`${pathOf(question)}#a-${String(answer?.id)}`);
    expect((await browser.get(pathOf(question))).text).to.include('<li>Off</li>');
  });

  it('shows what others answered meanwhile before it is posted, and posts it anyway', async () => {
    const { owner } = community;
    const question = await aQuestion(owner);
    const [first, browser] = [await aMember(owner), community.visit(await aMember(owner))];
    const page = await browser.get(pathOf(question));
    const [, latest] = /name="latest" value="(\d+)"/.exec(page.text) ?? [];
    const { id } = await anAnswer(owner, { question_id: question.id, author_id: first.id });
    const send = (fields: object) =>
      browser
        .post(`/q/${question.id}/answers`)
        .type('form')
        .send({ body: 'Mine <b>', ...fields });

    const refused = await send({ latest });
    const posted = await send({ latest: String(id) });

    expect(latest).to.equal('0');
    expect(refused.status).to.equal(409);
    expectSound(refused.text);
    expect(refused.text).to.include('Someone else answered while you were writing.');
    expect(refused.text).to.include('Mine &lt;b&gt;').and.include('Post mine anyway');
    expect(refused.text).to.include(first.name);
    expect(refused.text).to.include(`name="latest" value="${String(id)}"`);
    expect(posted.status).to.equal(303);
  });

  it('says by a button, for whom no script runs, that somebody is writing', async () => {
    const { owner } = community;
    const question = await aQuestion(owner);
    const browser = community.visit(await aMember(owner));

    const said = await browser.post(`/q/${question.id}/answering`).type('form').send({ on: '1' });

    const mine = await browser.get(pathOf(question));
    const others = await community.visit().get(pathOf(question));
    expect(said.headers.location).to.equal(`${pathOf(question)}#reply`);
    expect(others.text).to.include('Somebody is writing an answer.');
    expect(others.text).to.not.include('I’m answering this').and.not.include('set-cookie');
    expect(mine.text).to.include('aria-pressed="true">').and.include('I’m answering this');
    expect(mine.text).to.not.include('Somebody is writing an answer.');
    const fetched = await browser
      .post(`/q/${question.id}/answering`)
      .set('accept', 'application/json')
      .type('form')
      .send({ on: '0' });
    expect(fetched.status).to.equal(204);
    expect((await community.visit().get(pathOf(question))).text).to.not.include('is writing');
  });

  it('draws the form again where there is nothing in it', async () => {
    const { id, title } = await aQuestion(community.owner);
    const browser = community.visit(await aMember(community.owner));

    const answer = await browser.post(`/q/${id}/answers`).type('form').send({ body: ' \n ' });

    expect(answer.status).to.equal(422);
    expectSound(answer.text);
    expect(answer.text).to.include('href="#body">Write your answer first.').and.include(title);
  });

  it('shows how it will look, with the text kept in the form', async () => {
    const { id } = await aQuestion(community.owner);

    const answer = await community
      .visit()
      .post(`/q/${id}/answers/preview`)
      .type('form')
      .send({ body: '\n\n**Restart** <it>' });

    expect(answer.status).to.equal(200);
    expectSound(answer.text);
    expect(answer.text).to.include('<strong>Restart</strong> &lt;it&gt;');
    expect(answer.text).to.include('>\n**Restart** &lt;it&gt;</textarea>');
    expect(await community.db('answers').where({ question_id: id })).to.deep.equal([]);
  });

  it('keeps a signed-out visitor’s answer and comment through sign-in', async () => {
    const { question, answer } = await anAnsweredQuestion(community.owner);
    const { email } = await somebodyWithPassword();
    const browser = community.visit();
    const post = (path: string, body: string) => browser.post(path).type('form').send({ body });

    const refused = await post(`/q/${question.id}/answers`, 'Turn it off and on.');
    await post(`/a/${answer.id}/comments`, 'Which phone is it?');
    await browser.post('/sign-in').type('form').send({ email, password });
    const page = await browser.get(pathOf(question));

    expect(refused.status).to.equal(401);
    expect(page.text).to.include('>\nTurn it off and on.</textarea>');
    expect(page.text).to.include('>\nWhich phone is it?</textarea>');
    expect(page.text).to.include('<details class="comments" open>');
  });

  it('is refused where the question was removed, and gives the text back', async () => {
    const question = await aQuestion(community.owner);
    const author = await community.owner('members').where({ id: question.author_id }).first();
    const moderator = await aModerator(community.owner);
    await community.perform(moderator, (work) =>
      removePost(work, { question: question.id }, { reason: 'spam', note: '' }),
    );

    for (const member of [author, await aMember(community.owner)]) {
      const answer = await community
        .visit(member)
        .post(`/q/${question.id}/answers`)
        .type('form')
        .send({ body: 'My <long> answer' });
      expect(answer.status).to.equal(410);
      expect(answer.text).to.include('My &lt;long&gt; answer');
    }
  });

  it('takes comments on questions and answers, and goes to them', async () => {
    const { question, answer } = await anAnsweredQuestion(community.owner);
    const browser = community.visit(await aMember(community.owner));

    for (const path of [`/q/${question.id}`, `/a/${answer.id}`]) {
      const posted = await browser
        .post(`${path}/comments`)
        .type('form')
        .send({ body: `On ${path}.` });
      expect(posted.status).to.equal(303);
      expect(posted.headers.location).to.match(new RegExp(`^${pathOf(question)}#c-\\d+$`));
    }
    const page = (await browser.get(pathOf(question))).text;
    expect(page).to.include(`On /q/${question.id}.`).and.include(`On /a/${answer.id}.`);
  });

  it('refuses a comment that is too long, and shows what was typed', async () => {
    const { id } = await aQuestion(community.owner);
    const body = `${'<'.repeat(2_000)}!`;

    const answer = await community
      .visit(await aMember(community.owner))
      .post(`/q/${id}/comments`)
      .type('form')
      .send({ body });

    expect(answer.status).to.equal(422);
    expect(answer.text)
      .to.include('2,001 characters')
      .and.include(`${'&lt;'.repeat(2_000)}!`);
  });
});
