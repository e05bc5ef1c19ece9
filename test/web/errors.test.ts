import { expect } from 'chai';
import { pino } from 'pino';
import request from 'supertest';

import { buildSite } from '#src/build.ts';
import { readConfig } from '#src/config.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator } from '#test/support/make.ts';

describe('what goes wrong', () => {
  const community = aCommunity();

  it('is said in a page that leads on, with search and a question of one’s own', async () => {
    const answer = await community.visit().get('/nothing-here');

    expect(answer.status).to.equal(404);
    expect(answer.text).to.include('We can’t find that page').and.include('action="/search"');
  });

  it('sends a reader to sign in and back again', async () => {
    const answer = await community.visit().get('/settings/email?x=1');

    expect(answer.status).to.equal(303);
    expect(answer.headers.location).to.equal('/sign-in?next=%2Fsettings%2Femail%3Fx%3D1');
  });

  it('hides staff addresses from everybody else', async () => {
    for (const member of [await aMember(community.owner), await aModerator(community.owner)]) {
      expect((await community.visit(member).get('/admin/members')).status).to.equal(404);
      expect((await community.visit(member).post('/admin/topics')).status).to.equal(404);
    }
    expect((await community.visit().get('/admin')).status).to.equal(303);
  });

  it('that is our own fault is named by a number, tells nothing else and keeps the text', async () => {
    const member = await aMember(community.owner);
    await community.owner.raw('alter table members rename column bio to gone');
    const answer = await community
      .visit(member)
      .post('/settings')
      .type('form')
      .send({ bio: 'I like masts.' });
    await community.owner.raw('alter table members rename column gone to bio');

    expect(answer.status).to.equal(500);
    expect(answer.text).to.match(/<b class="nowrap num">[0-9a-f]{8}<\/b>/);
    expect(answer.text).to.include('I like masts.').and.not.include('column');
  });

  it('that takes the database too long is answered with 503, and what is typed is kept', async () => {
    const member = await aMember(community.owner);
    const answer = await community.owner.transaction(async (trx) => {
      await trx('members').where({ id: member.id }).forUpdate();
      return community.visit(member).post('/settings').type('form').send({ bio: 'I like masts.' });
    });

    expect(answer.status).to.equal(503);
    expect(answer.headers['retry-after']).to.equal('5');
    expect(answer.text).to.include('I like masts.');
    expect((await request(community.app).get('/healthz')).status).to.equal(200);
  });
});

describe('without a database', () => {
  const site = buildSite({
    databaseUrl: 'postgres://nobody@127.0.0.1:9/nothing',
    config: readConfig({ NODE_ENV: 'test' }),
    secrets: { SESSION_SECRET: 'x'.repeat(32), PASSWORD_PEPPER: 'x'.repeat(32) },
    log: pino({ level: 'silent' }),
    now: () => new Date('2026-01-15T12:00:00Z'),
    passwordCost: 4,
  });
  after(() => site.close().catch(() => undefined));

  it('pages answer 503, the process is healthy and says that it is not ready', async () => {
    const page = await request(site.app).get('/guidelines');

    expect(page.status).to.equal(503);
    expect(page.text).to.include('<h1>');
    expect((await request(site.app).get('/healthz')).status).to.equal(200);
    expect((await request(site.app).get('/readyz')).status).to.equal(503);
  });
});
