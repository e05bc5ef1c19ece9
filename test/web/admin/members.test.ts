import { expect } from 'chai';

import { readMember } from '#src/members/find-members.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAdmin } from '#test/support/make.ts';

describe('an admin looking after people', () => {
  const community = aCommunity();
  const pathOf = ({ id }: { id: number }) => `/admin/members/${String(id)}`;

  it('finds them by a part of the name or the address', async () => {
    const admin = await anAdmin(community.owner);
    await aMember(community.owner, { name: 'Orla-Byrne', email: 'orla@elsewhere.example' });
    const search = async (query: string) =>
      (await community.visit(admin).get('/admin/members').query({ q: query })).text;

    expect(await search('byrne')).to.include('Orla-Byrne');
    expect(await search('%')).to.not.include('Orla-Byrne');
    expect(await search('nobody at all')).to.include('Nobody found');
  });

  it('turns the pages of a long list without missing anybody', async () => {
    const admin = await anAdmin(community.owner);
    for (let count = 0; count < 60; count += 1) await aMember(community.owner);

    const first = await community.visit(admin).get('/admin/members');
    const older = /href="(\/admin\/members\?after=\d+)"/.exec(first.text)?.[1] ?? '';
    const second = await community.visit(admin).get(older);

    const idsOn = (text: string) =>
      [...text.matchAll(/\/admin\/members\/(\d+)"/g)].map(([, id]) => id);
    const everybody = await community.db('members').orderBy('id', 'desc').pluck('id');
    expect([...idsOn(first.text), ...idsOn(second.text)]).to.deep.equal(everybody.map(String));
  });

  it('gives a role and a level, with the reason in the history', async () => {
    const [admin, member] = [await anAdmin(community.owner), await aMember(community.owner)];
    const browser = community.visit(admin);
    const role = { role: 'moderator', reason: 'Joined the <b>team</b>.' };
    const level = { level: 'guide', reason: 'Did this for years elsewhere.' };

    await browser
      .post(`${pathOf(member)}/level`)
      .type('form')
      .send(level);
    const answer = await browser
      .post(`${pathOf(member)}/role`)
      .type('form')
      .send(role);

    expect(answer.headers.location).to.equal(pathOf(member));
    const page = (await browser.get(pathOf(member))).text;
    expect(page).to.include('Joined the &lt;b&gt;team&lt;/b&gt;.').and.include(level.reason);
    expect(page).to.include(admin.name).and.include('The role is changed.');
    expect((await browser.get('/admin/roles')).text).to.include('Joined the &lt;b&gt;');
    const changed = await readMember(community.db, member.id);
    expect(changed).to.include({ role: 'moderator', level: 'guide' });
  });

  it('is asked for a reason, beside the form that was sent', async () => {
    const [admin, member] = [await anAdmin(community.owner), await aMember(community.owner)];
    const answer = await community
      .visit(admin)
      .post(`${pathOf(member)}/role`)
      .type('form')
      .send({ role: 'finance', reason: ' ' });

    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('id="role-reason-error"').and.not.include('level-reason-error');
    expect(answer.text).to.include('<option value="finance" selected>');
  });

  it('is not offered a change of their own role', async () => {
    const admin = await anAdmin(community.owner);

    const page = await community.visit(admin).get(pathOf(admin));
    const forced = await community
      .visit(admin)
      .post(`${pathOf(admin)}/role`)
      .type('form')
      .send({ role: 'member', reason: 'Tired.' });

    expect(page.text).to.not.include('Change the role');
    expect(forced.status).to.equal(403);
    expect(forced.text).to.include('Tired.');
  });

  it('is not shown a password', async () => {
    const admin = await anAdmin(community.owner);
    const member = await aMember(community.owner, { password_hash: '$2b$04$canary' });

    expect((await community.visit(admin).get(pathOf(member))).text).to.not.include('canary');
    expect((await community.visit(admin).get('/admin/members')).text).to.not.include('canary');
  });
});
