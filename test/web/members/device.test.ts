import { expect } from 'chai';
import request from 'supertest';

import { createPasswords } from '#src/members/passwords.ts';
import { findLinks } from '#src/trust/risk/links.ts';
import { aCommunity, secrets } from '#test/support/community.ts';
import { aMember, aTopic } from '#test/support/make.ts';

describe('The device cookie', () => {
  const community = aCommunity();
  const PASSWORD = 'correct horse battery staple';
  const someone = async () => {
    const passwords = createPasswords({ pepper: secrets.PASSWORD_PEPPER, cost: 4 });
    return aMember(community.owner, { password_hash: await passwords.hash(PASSWORD) });
  };
  const browser = () => request.agent(community.app).set('origin', 'http://goodline.test');
  const devices = () => community.db('member_devices').orderBy('member_id');

  it('is not given to whoever only reads', async () => {
    const { headers } = await browser().get('/');

    expect(JSON.stringify(headers)).not.to.include('device=');
  });

  it('links those who sign in from one browser, and keeps no number that the browser holds', async () => {
    const [one, two] = [await someone(), await someone()];
    const shared = browser();
    const signIn = (email: string | null) =>
      shared.post('/sign-in').type('form').send({ email, password: PASSWORD });
    const first = await signIn(one.email);
    await shared.post('/sign-out');
    await signIn(two.email);

    expect(await findLinks(community.db, [one.id, two.id])).to.deep.equal([
      { kind: 'device', members: [one.id, two.id] },
    ]);
    const cookie = /device=([0-9a-f]{32});.*HttpOnly/.exec(String(first.headers['set-cookie']))!;
    const kept = JSON.stringify(await devices());
    expect(kept).not.to.include(cookie[1]);
  });

  it('is given to, and noted of, whoever posts', async () => {
    const member = await aMember(community.owner);
    const { slug } = await aTopic(community.owner);
    const ask = () =>
      community
        .visit(member)
        .post('/ask')
        .type('form')
        .send({ topic: slug, title: 'No signal since this morning', body: 'Since nine o’clock.' });
    const { headers } = await ask();

    expect(String(headers['set-cookie'])).to.match(/device=[0-9a-f]{32}/);
    const mine = (await devices()).filter(({ member_id }) => member_id === member.id);
    expect(mine).to.have.length(1);
  });
});
