import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { latestLink, mailsTo } from '#test/support/mailbox.ts';
import { aMember } from '#test/support/make.ts';

const password = 'three blue garden gnomes';

describe('a new password by mail', () => {
  const community = aCommunity();
  const ask = (email: string | null) =>
    community.visit().post('/reset').type('form').send({ email });
  const set = (link: string, chosen = password) =>
    community.visit().post(link).type('form').send({ password: chosen });
  const signIn = (email: string | null) =>
    community.visit().post('/sign-in').type('form').send({ email, password });

  it('is set by the link, signs out everywhere, and is told', async () => {
    const member = await aMember(community.owner);
    const elsewhere = community.visit(member);
    expect((await elsewhere.get('/settings')).status).to.equal(200);
    await ask(member.email);

    const answer = await set(await latestLink(community.owner, member.email));

    expect(answer.headers.location).to.equal('/sign-in');
    expect((await elsewhere.get('/settings')).status).to.equal(303);
    expect((await signIn(member.email)).status).to.equal(303);
    const subjects = (await mailsTo(community.owner, member.email)).map(({ subject }) => subject);
    expect(subjects).to.deep.equal(['Choose a new password', 'Your password was changed']);
  });

  it('answers alike whether or not an address is known', async () => {
    const { email } = await aMember(community.owner);

    const [known, unknown] = [await ask(email), await ask('nobody@example.com')];

    expect(known.status).to.equal(unknown.status);
    expect(known.text).to.equal(unknown.text);
    expect(await mailsTo(community.owner, 'nobody@example.com')).to.deep.equal([]);
  });

  it('works once, and for an hour', async () => {
    const { email } = await aMember(community.owner);
    await ask(email);
    const link = await latestLink(community.owner, email);

    await set(link);
    const again = await set(link);
    await ask(email);
    community.itIsNow('2026-01-15T13:00:01Z');
    const late = await set(await latestLink(community.owner, email));
    community.itIsNow('2026-01-15T12:00:00Z');

    expect([again.status, late.status]).to.deep.equal([410, 410]);
  });

  it('is set once by many who use the link at the same moment', async () => {
    const { email } = await aMember(community.owner);
    await ask(email);
    const link = await latestLink(community.owner, email);

    const answers = await Promise.all(Array.from({ length: 8 }, () => set(link)));

    expect(answers.filter(({ status }) => status === 303)).to.have.length(1);
    expect(answers.filter(({ status }) => status === 410)).to.have.length(7);
  });

  it('asks again for one that is too short, and the link still works', async () => {
    const { email } = await aMember(community.owner);
    await ask(email);
    const link = await latestLink(community.owner, email);

    const short = await set(link, 'gnomes');

    expect(short.status).to.equal(422);
    expect((await set(link)).status).to.equal(303);
  });

  it('confirms the address, for whoever has the link reads the mail', async () => {
    const { id, email } = await aMember(community.owner, { email_verified_at: null });
    await ask(email);

    await set(await latestLink(community.owner, email));

    const member = await community.owner('members').where({ id }).first();
    expect(member?.email_verified_at).to.not.equal(null);
  });

  it('does not look like a link to whoever guesses', async () => {
    expect((await community.visit().get('/reset/AAAA')).status).to.equal(410);
    expect((await set(`/reset/${'A'.repeat(43)}`)).status).to.equal(410);
  });
});
