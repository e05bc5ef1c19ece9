import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { anAdmin } from '#test/support/make.ts';

describe('an admin looking after topics', () => {
  const community = aCommunity();
  let browser: ReturnType<typeof community.visit>;
  beforeEach(async () => {
    await community.owner('topics').delete();
    browser = community.visit(await anAdmin(community.owner));
  });
  const open = (name: string, description = '', icon = 'sim') =>
    browser.post('/admin/topics').type('form').send({ name, description, icon });
  const order = () => community.db('topics').orderBy('position').pluck('slug');

  it('opens one, at an address made of its name', async () => {
    const answer = await open('SIM & eSIM', 'Swaps and locks.');

    expect(answer.headers.location).to.equal('/admin/topics');
    const [topic] = await community.db('topics');
    expect(topic).to.include({ slug: 'sim-esim', name: 'SIM & eSIM', icon: 'sim' });
    expect((await browser.get('/admin/topics')).text).to.include('SIM &amp; eSIM');
  });

  it('is told of a name that is short, long, or there already', async () => {
    await open('Roaming');

    for (const name of ['', 'x', 'x'.repeat(41), 'ROAMING', 'Roaming!']) {
      const answer = await open(name, 'Abroad.');
      expect(answer.status, name).to.equal(422);
      expect(answer.text, name).to.include('id="name-error"').and.include('value="Abroad."');
    }
    expect((await open('Billing', '', 'skull')).status).to.equal(422);
    expect((await open('Billing', 'x'.repeat(201))).status).to.equal(422);
  });

  it('renames one without changing its address', async () => {
    await open('Roaming');

    await browser
      .post('/admin/topics/roaming')
      .type('form')
      .send({ name: 'Abroad', description: '', icon: 'globe' });

    const [topic] = await community.db('topics');
    expect(topic).to.include({ slug: 'roaming', name: 'Abroad', icon: 'globe' });
  });

  it('puts them in order', async () => {
    for (const name of ['Alpha', 'Beta', 'Gamma']) await open(name);
    const move = (slug: string, to: string) =>
      browser.post(`/admin/topics/${slug}/move`).type('form').send({ to });

    await move('gamma', 'up');
    expect(await order()).to.deep.equal(['alpha', 'gamma', 'beta']);
    await move('alpha', 'up');
    await move('beta', 'down');
    expect(await order()).to.deep.equal(['alpha', 'gamma', 'beta']);
    expect((await move('nothing', 'up')).status).to.equal(404);
    expect((await move('alpha', 'sideways')).status).to.equal(422);
  });

  it('archives one and takes it back, but never the last', async () => {
    await open('Alpha');
    await open('Beta');
    const press = (slug: string, what: string) => browser.post(`/admin/topics/${slug}/${what}`);

    await press('alpha', 'archive');
    expect((await browser.get('/admin/topics')).text).to.include('Take questions again');
    expect((await press('beta', 'archive')).status).to.equal(409);
    await press('alpha', 'restore');

    expect(await community.db('topics').whereNotNull('archived_at')).to.deep.equal([]);
  });
});
