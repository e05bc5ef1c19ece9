import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { aMember } from '#test/support/make.ts';

describe('the outbox of a developer’s machine', () => {
  const community = aCommunity();

  it('shows the mails, with links that can be pressed', async () => {
    const { email } = await aMember(community.owner);
    await community.visit().post('/reset').type('form').send({ email });

    const list = await community.visit().get('/dev/mail');
    const path = /\/dev\/mail\/\d+/.exec(list.text)?.[0] ?? '';
    const mail = await community.visit().get(path);

    expect(list.text).to.include('Choose a new password').and.include(email);
    expect(mail.text).to.match(/<a href="http:\/\/goodline\.test\/reset\/[\w-]{43}">/);
    expect((await community.visit().get('/dev/mail/999')).status).to.equal(404);
  });
});

describe('the outbox in production', () => {
  const secret = 'x'.repeat(32);
  const community = aCommunity({
    settings: {
      NODE_ENV: 'production',
      SITE_URL: 'https://help.goodline.example',
      SESSION_SECRET: secret,
      PASSWORD_PEPPER: secret,
    },
  });

  it('is not there', async () => {
    expect((await community.visit().get('/dev/mail')).status).to.equal(404);
    expect((await community.visit().get('/dev/mail/1')).status).to.equal(404);
  });
});
