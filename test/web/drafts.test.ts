import { expect } from 'chai';

import { createPasswords } from '#src/members/passwords.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember } from '#test/support/make.ts';

describe('what a signed-out visitor posts', () => {
  const community = aCommunity();
  const password = 'three blue garden gnomes';
  const passwords = createPasswords({
    pepper: 'a password pepper that is only for tests',
    cost: 4,
  });
  const drafts = async () =>
    (await community.owner('sessions')).flatMap(
      ({ sess }) => (sess as { drafts?: { action: string; typed: object }[] }).drafts ?? [],
    );

  it('is answered with the sign-in page, which goes on to where the form was', async () => {
    const answer = await community
      .visit()
      .post('/settings')
      .set('referer', 'http://goodline.test/guidelines?x=1')
      .set('host', 'goodline.test')
      .type('form')
      .send({ bio: 'I like masts.' });

    expect(answer.status).to.equal(401);
    expect(answer.text).to.include('Your text is safe').and.include('action="/sign-in"');
    expect(answer.text).to.include('name="next" value="/guidelines?x=1"');
  });

  it('is kept over signing in, and forgotten once it is posted', async () => {
    await community.owner('sessions').delete();
    const member = await aMember(community.owner, {
      password_hash: await passwords.hash(password),
    });
    await community.owner('sessions').delete();
    const browser = community.visit();
    const typed = { bio: 'I like masts.', current_password: 'secret' };
    await browser.post('/settings').type('form').send(typed);

    const { email } = member;
    await browser.post('/sign-in').type('form').send({ email, password });

    expect(await drafts()).to.deep.equal([
      { action: '/settings', typed: { bio: 'I like masts.' } },
    ]);
    await browser.post('/settings').type('form').send({ bio: 'I like masts.' });
    expect(await drafts()).to.deep.equal([]);
  });

  it('is not kept where there is nothing to keep', async () => {
    await community.owner('sessions').delete();

    const answer = await community.visit().post('/settings').type('form').send({ bio: 'x' });

    expect(answer.status).to.equal(401);
    expect(answer.headers['set-cookie']).to.equal(undefined);
    expect(await community.owner('sessions')).to.deep.equal([]);
  });
});
