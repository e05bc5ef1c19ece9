import { expect } from 'chai';
import request from 'supertest';

import { aCommunity } from '#test/support/community.ts';

describe('a form from another site', () => {
  const community = aCommunity();
  const post = (headers: Record<string, string>) =>
    request(community.app)
      .post('/settings/appearance')
      .set(headers)
      .type('form')
      .send('theme=dark');

  it('is refused, whatever the browser says of it', async () => {
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://goodline.test' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://goodline.test.evil.example' },
      {},
    ];

    for (const headers of foreign) {
      const answer = await post(headers);
      expect(answer.status, JSON.stringify(headers)).to.equal(403);
      expect(answer.headers['set-cookie'], JSON.stringify(headers)).to.equal(undefined);
    }
  });

  it('is not what our own forms are', async () => {
    const ours = [
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'http://goodline.test' },
      { origin: 'http://192.168.0.7:3000', host: '192.168.0.7:3000' },
    ];

    for (const headers of ours) {
      expect((await post(headers)).status, JSON.stringify(headers)).to.equal(303);
    }
  });

  it('is refused before anything is read, and GETs are not', async () => {
    const link = await request(community.app)
      .get('/guidelines')
      .set({ 'sec-fetch-site': 'cross-site' });

    expect(link.status).to.equal(200);
  });
});

describe('behind https', () => {
  const community = aCommunity({ settings: { SITE_URL: 'https://help.goodline.example' } });

  it('only the site’s own address counts, and the cookie is for this host alone', async () => {
    const post = (origin: string) =>
      request(community.app)
        .post('/settings')
        .set({ origin, host: 'help.goodline.example' })
        .type('form')
        .send({ bio: 'I like masts.' });

    const ours = await post('https://help.goodline.example');

    expect((await post('https://evil.example')).status).to.equal(403);
    expect(ours.status).to.equal(401);
    const cookie = String(ours.headers['set-cookie']);
    expect(cookie).to.match(
      /^__Host-session=.*; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax/,
    );
    expect(ours.headers['strict-transport-security']).to.include('max-age=');
  });
});
