import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { crawl } from './crawl.ts';
import { ROUTES } from './routes.ts';
import { aWorld, realPath, type World } from './world.ts';

describe('What anybody can read', function () {
  this.timeout(120_000);
  const community = aCommunity();
  let world: World;
  let paths: string[];
  before(async () => {
    world = await aWorld(community);
    const starts = ROUTES.filter(({ method, door }) => method === 'get' && door === 'anyone');
    const shown = await crawl(
      community,
      undefined,
      starts.map(({ path }) => realPath(world, path)),
    );
    paths = [...shown.keys()].filter((path) => !OF_THE_MOMENT.test(path));
  });

  const visit = (path: string, headers: Record<string, string> = {}) =>
    community.visit().get(path).set(headers).buffer(true).redirects(0);

  it('sets no cookie and is the same bytes for everybody, at any second', async () => {
    const personal: string[] = [];
    for (const path of paths) {
      const one = await visit(path, { 'user-agent': 'One', 'x-forwarded-for': '192.0.2.7' });
      community.itIsNow(new Date(community.now().getTime() + 37_000));
      const other = await visit(path, { 'user-agent': 'Other', 'x-forwarded-for': '2001:db8::9' });

      if ('set-cookie' in one.headers || 'set-cookie' in other.headers)
        personal.push(`${path}: 🍪`);
      if (one.text !== other.text) personal.push(`${path}: differs`);
      if (one.headers.etag !== other.headers.etag) personal.push(`${path}: another ETag`);
    }

    expect(paths.length).to.be.greaterThan(60);
    expect(personal).to.deep.equal([]);
  });

  it('may be kept by everybody who asks whether it still holds, and is then not sent again', async () => {
    const wrong: string[] = [];
    for (const path of paths) {
      const { status, headers } = await visit(path);
      if (status !== 200 || TOKEN.test(path)) continue;
      const { 'cache-control': caching = '', vary = '', etag = '' } = headers;
      if (!/^public, (no-cache|max-age=\d+(, .*)?)$|^no-cache$/.test(caching)) {
        wrong.push(`${path}: ${caching}`);
      }
      if (isPage(path, headers['content-type']) && !/Cookie/i.test(vary)) {
        wrong.push(`${path}: varies by ${vary}`);
      }
      if (etag === '') continue;
      const again = await visit(path, { 'if-none-match': etag });
      if (again.status !== 304) wrong.push(`${path}: ${String(again.status)} to its own ETag`);
    }

    expect(wrong).to.deep.equal([]);
  });

  it('is kept by nobody where somebody is signed in, or was just told something', async () => {
    const { asker, moderator } = world.people;
    const path = `/q/${String(world.question.id)}/${world.question.slug}`;

    for (const reader of [asker, moderator]) {
      const { headers } = await community.visit(reader).get(path).expect(200);
      expect(headers['cache-control']).to.equal('private, no-store');
      expect(headers.vary).to.match(/Cookie/);
    }
    const told = await visit(path, { cookie: 'flash=voted' });
    expect(told.headers['cache-control']).to.equal('private, no-store');
    const chosen = await visit(path, { cookie: 'theme=dark' });
    expect(chosen.headers['cache-control']).to.equal('private, no-cache');
    const wrong = await visit('/reset/not-a-token');
    expect(wrong.headers['cache-control']).to.match(/^private/);
  });

  it('is asked for again where an address leads on to another', async () => {
    const { headers } = await visit(`/q/${String(world.question.id)}/an-older-title`).expect(301);

    expect(headers['cache-control']).to.equal('no-cache');
  });
});

const isPage = (path: string, type = '') => type.includes('html') && path !== '/ask/similar';

/** Behind a link that was mailed to one person. */
const TOKEN = /not-a-token/;

/** These say how things are at this very second, to machines. */
const OF_THE_MOMENT = /^\/(healthz|readyz|dev|\.well-known)|^\/q\/\d+\/live$/;
