import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';

describe('what machines ask', () => {
  const community = aCommunity();
  const get = (path: string) => community.visit().get(path);

  it('is answered: healthy, and ready when nothing is left to migrate', async () => {
    expect((await get('/healthz')).text).to.equal('ok\n');
    expect((await get('/readyz')).text).to.equal('ready\n');

    await community.owner('knex_migrations').where('name', 'like', '%_limits').delete();

    const behind = await get('/readyz');
    expect(behind.status).to.equal(503);
    expect(behind.text).to.equal('migrations are pending\n');
  });

  it('is told what not to read, and whom to tell of a hole', async () => {
    expect((await get('/robots.txt')).text).to.include('Disallow: /admin');
    const security = await get('/.well-known/security.txt');
    expect(security.text).to.match(/^Contact: http:\/\/goodline\.test\/privacy\nExpires: 2026-07-/);
  });
});

describe('every page', () => {
  const community = aCommunity();

  it('runs, frames and loads nothing that is not ours', async () => {
    const { headers } = await community.visit().get('/guidelines');

    const policy = String(headers['content-security-policy']);
    expect(policy).to.include("default-src 'self'").and.include("frame-ancestors 'none'");
    expect(policy).to.include("form-action 'self'").and.not.include('unsafe');
    expect(headers['x-content-type-options']).to.equal('nosniff');
    expect(headers['referrer-policy']).to.equal('same-origin');
    expect(headers['x-powered-by']).to.equal(undefined);
    expect(headers['x-request-id']).to.match(/^[0-9a-f-]{36}$/);
  });

  it('brings no cookie to somebody who has not signed in', async () => {
    for (const path of ['/guidelines', '/sign-in', '/join', '/nothing-here']) {
      expect((await community.visit().get(path)).headers['set-cookie'], path).to.equal(undefined);
    }
    expect(await community.db('sessions')).to.deep.equal([]);
  });
});
