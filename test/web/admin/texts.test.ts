import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { anAdmin } from '#test/support/make.ts';

describe('an admin changing a text', () => {
  const community = aCommunity();
  const edit = async (path: string, fields: object) =>
    community
      .visit(await anAdmin(community.owner))
      .post(path)
      .type('form')
      .send({ title: 'Service status', body: 'Ring **{{support}}**.', version: '1', ...fields });

  it('sees it in a preview that changes nothing', async () => {
    const preview = await edit('/admin/texts/status/preview', {});

    expect(preview.status).to.equal(200);
    expect(preview.text).to.include('<strong>4444</strong>').and.include('Ring **{{support}}**.');
    expect((await community.visit().get('/status')).text).to.not.include('<strong>4444</strong>');
  });

  it('saves it for everybody to read', async () => {
    const saved = await edit('/admin/texts/status', { title: 'Faults & repairs' });

    expect(saved.headers.location).to.equal('/status');
    const page = await community.visit().get('/status');
    expect(page.text).to.include('<strong>4444</strong>').and.include('Faults &amp; repairs');
    const list = await community.visit(await anAdmin(community.owner)).get('/admin/texts');
    expect(list.text).to.include('Faults &amp; repairs').and.include('by member-');
  });

  it('is told when somebody was quicker, with both texts and nothing lost', async () => {
    await edit('/admin/texts/api', { body: 'What the first wrote.' });

    const late = await edit('/admin/texts/api', { body: 'What the second wrote.' });

    expect(late.status).to.equal(409);
    expect(late.text).to.include('What the first wrote.').and.include('What the second wrote.');
    expect(late.text).to.include('name="version" value="2"');
    const again = await edit('/admin/texts/api', { body: 'What the second wrote.', version: '2' });
    expect(again.status).to.equal(303);
  });

  it('is told what is wrong with it', async () => {
    for (const path of ['/admin/texts/privacy', '/admin/texts/privacy/preview']) {
      const answer = await edit(path, { title: '', body: '' });
      expect(answer.status, path).to.equal(422);
      expect(answer.text, path).to.include('id="title-error"').and.include('id="body-error"');
    }
    const unknown = await edit('/admin/texts/privacy', { body: 'Ring {{nobody}}.' });
    expect(unknown.text).to.include('We don’t know what to put for {{nobody}}.');
  });

  it('cannot put markup of their own into it', async () => {
    await edit('/admin/texts/decisions', { body: '<script>alert(1)</script>' });

    expect((await community.visit().get('/decisions')).text).to.not.include('<script>alert');
  });
});

describe('an admin changing the settings', () => {
  const community = aCommunity();
  const settings = {
    name: 'Acme & Sons',
    supportNumber: '0800 123 456',
    openingHours: 'weekdays, 9:00 to 17:00',
    tagline: 'Ask your neighbours.',
  };
  const save = async (changes: object = {}) =>
    community
      .visit(await anAdmin(community.owner))
      .post('/admin/settings')
      .type('form')
      .send({ ...settings, ...changes });

  it('is told what makes no sense, and nothing is saved', async () => {
    const answer = await save({ name: ' ', supportNumber: 'call me' });

    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('id="name-error"').and.include('id="supportNumber-error"');
    expect(answer.text).to.include('value="call me"');
    expect(await community.db('site_settings')).to.deep.equal([]);
  });

  it('sees them everywhere at once, and who changed them', async () => {
    const answer = await save();

    expect(answer.status).to.equal(303);
    const page = await community.visit().get('/status');
    expect(page.text).to.include('Acme &amp; Sons').and.include('0800 123 456');
    const form = await community.visit(await anAdmin(community.owner)).get('/admin/settings');
    expect(form.text).to.match(/Last changed by member-\d+ on 15 Jan 2026\./);
  });
});
