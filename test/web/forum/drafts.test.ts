import { expect } from 'chai';

import { createPasswords } from '#src/members/passwords.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aQuestion, aTopic } from '#test/support/make.ts';
import { expectSound } from './reading.ts';

describe('drafts', () => {
  const community = aCommunity();
  const password = 'three blue garden gnomes';
  const draft = { title: 'Why is it slow?', body: 'Since <noon>', topic: '', draft: '0' };

  it('are saved by a button and there on any device, until they are posted', async () => {
    const { slug: topic } = await aTopic(community.owner);
    const member = await aMember(community.owner);
    const [phone, laptop] = [community.visit(member), community.visit(member)];

    const saved = await phone
      .post('/ask/draft')
      .type('form')
      .send({ ...draft, topic });
    const form = await laptop.get('/ask');
    const list = await laptop.get('/me/drafts');
    await laptop
      .post('/ask')
      .type('form')
      .send({ ...draft, topic, similar: 'seen' });

    expect(saved.headers.location).to.equal('/ask');
    expectSound(form.text);
    expect(form.text)
      .to.include('Since &lt;noon&gt;</textarea>')
      .and.include(`"${topic}" selected`);
    expect(form.text).to.include('name="draft" value="1"');
    expectSound(list.text);
    expect(list.text).to.include('Why is it slow?').and.include('30 days');
    expect((await phone.get('/me/drafts')).text).to.include('No drafts');
    expect((await phone.get('/ask')).text).to.not.include('noon');
  });

  it('are not written over by an older tab, which is shown both texts', async () => {
    const browser = community.visit(await aMember(community.owner));
    const { id } = await aQuestion(community.owner);
    const send = (body: string, known: string) =>
      browser.post(`/q/${id}/answers/draft`).type('form').send({ body, draft: known });
    await send('Mine, newer', '0');

    const refused = await send('Mine, older', '0');
    const byScript = await send('Mine, older', '0').set('accept', 'application/json');

    expect(refused.status).to.equal(409);
    expectSound(refused.text);
    expect(refused.text).to.include('Mine, newer').and.include('Mine, older</textarea>');
    expect(byScript.status).to.equal(409);
    expect(byScript.body).to.include({ version: 1, body: 'Mine, newer' });
    expect((await send('Mine, older', '1')).status).to.equal(303);
    expect((await browser.get(`/q/${id}/no`)).status).to.equal(301);
  });

  it('become a member’s own when a visitor signs in', async () => {
    const passwords = createPasswords({
      ...{ pepper: 'a password pepper that is only for tests', cost: 4 },
    });
    const member = await aMember(community.owner, {
      password_hash: await passwords.hash(password),
    });
    const browser = community.visit();

    const asked = await browser.post('/ask/draft').type('form').send(draft);
    await browser.post('/sign-in').type('form').send({ email: member.email, password });

    expect(asked.status).to.equal(401);
    const elsewhere = await community.visit(member).get('/ask');
    expect(elsewhere.text).to.include('Since &lt;noon&gt;</textarea>');
  });

  it('are nobody else’s', async () => {
    const [member, other] = [await aMember(community.owner), await aMember(community.owner)];
    await community.visit(member).post('/ask/draft').type('form').send(draft);
    const kept = await community.owner('drafts').where({ member_id: member.id }).first();
    const browser = community.visit(other);

    const discarded = await browser.post(`/me/drafts/${String(kept?.id)}/removal`).type('form');

    expect(discarded.status).to.equal(404);
    for (const path of ['/ask', '/me/drafts']) {
      expect((await browser.get(path)).text).to.not.include('noon');
    }
  });
});
