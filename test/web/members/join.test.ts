import { expect } from 'chai';

import { findMemberByName } from '#src/members/find-members.ts';
import { aCommunity } from '#test/support/community.ts';
import { latestLink, mailsTo } from '#test/support/mailbox.ts';
import { aMember } from '#test/support/make.ts';

const password = 'three blue garden gnomes';

describe('joining', () => {
  const community = aCommunity();
  const join = (browser: ReturnType<typeof community.visit>, fields: object) =>
    browser.post('/join').type('form').send(fields);

  it('signs a new member in at once and sends a link that confirms the address', async () => {
    const browser = community.visit();

    const answer = await join(browser, { name: 'Una', email: 'una@example.com', password });

    expect(answer.headers.location).to.equal('/welcome');
    const settings = await browser.get('/settings');
    expect(settings.text).to.include('Please confirm una@example.com');
    await browser.post(await latestLink(community.owner, 'una@example.com'));
    expect((await browser.get('/settings')).text).to.not.include('Please confirm');
  });

  it('goes on where they came from, with what they had typed', async () => {
    const browser = community.visit();
    await browser.post('/settings').type('form').send({ bio: 'I like masts.' });

    const fields = { name: 'Viktor', email: 'viktor@example.com', password, next: '/settings' };
    const answer = await join(browser, fields);

    expect(answer.headers.location).to.equal('/welcome?next=%2Fsettings');
    const welcome = await browser.get('/welcome?next=%2Fsettings');
    expect(welcome.text).to.include('href="/settings"');
    expect((await browser.get('/welcome?next=//evil.example')).text).to.not.include('evil');
    const [draft] = await community.owner('sessions').whereRaw(`sess::text like '%masts%'`);
    expect(draft).to.not.equal(undefined);
  });

  it('answers alike for an address that somebody has, and tells them by mail', async () => {
    const { email } = await aMember(community.owner);
    const [known, fresh] = [community.visit(), community.visit()];

    const answers = [
      await join(known, { name: 'Farah', email, password }),
      await join(fresh, { name: 'Farouk', email: 'farouk@example.com', password }),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303]);
    expect(answers.map(({ headers }) => headers.location)).to.deep.equal(['/welcome', '/welcome']);
    expect((await known.get('/settings')).status).to.equal(303);
    const [mail] = await mailsTo(community.owner, email);
    expect(mail?.subject).to.equal('You have an account already');
    expect(await findMemberByName(community.db, 'Farah')).to.equal(undefined);
  });

  it('says everything that is wrong at once, beside the fields, and keeps what was typed', async () => {
    const wrong = { name: 'support', email: 'una.example.com', password: 'short' };

    const answer = await join(community.visit(), wrong);

    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('<title>Error: Join the community');
    for (const field of ['name', 'email', 'password']) {
      expect(answer.text).to.include(`<a href="#${field}">`).and.include(`id="${field}-error"`);
    }
    expect(answer.text).to.include('value="una.example.com"').and.not.include('value="short"');
  });

  it('says what is missing of an empty form', async () => {
    const answer = await join(community.visit(), {});

    for (const field of ['name', 'email', 'password']) {
      expect(answer.text).to.include(`id="${field}-error"`);
    }
  });

  it('refuses a password made of the name or of the site’s', async () => {
    const fields = { name: 'Wilhelmina', email: 'w@example.com', password: 'goodline-wilhelmina' };

    expect((await join(community.visit(), fields)).status).to.equal(422);
  });

  it('prints what people type as text', async () => {
    const answer = await join(community.visit(), { name: '<script>alert(1)</script>' });

    expect(answer.text).to.include('&lt;script&gt;').and.not.include('<script>alert');
  });
});

describe('confirming an address', () => {
  const community = aCommunity();
  const joined = async (name: string) => {
    const email = `${name.toLowerCase()}@example.com`;
    await community.visit().post('/join').type('form').send({ name, email, password });
    return { email, link: await latestLink(community.owner, email) };
  };
  const isVerified = async (email: string) =>
    (await community.owner('members').where({ email_key: email }).first())?.email_verified_at !==
    null;

  it('takes a press of the button: opening the link changes nothing', async () => {
    const { email, link } = await joined('Una');

    const page = await community.visit().get(link);

    expect(page.text).to.include('Confirm my address');
    expect(await isVerified(email)).to.equal(false);
  });

  it('works once, without being signed in', async () => {
    const { email, link } = await joined('Viktor');

    const [first, second] = [
      await community.visit().post(link),
      await community.visit().post(link),
    ];

    expect(first.status).to.equal(303);
    expect(second.status).to.equal(410);
    expect(second.text).to.include('This link has ended');
    expect(await isVerified(email)).to.equal(true);
    expect((await community.visit().get(link)).status).to.equal(410);
  });

  it('works for seven days', async () => {
    const { email, link } = await joined('Wendy');

    community.itIsNow('2026-01-22T12:00:01Z');
    const answer = await community.visit().post(link);
    community.itIsNow('2026-01-15T12:00:00Z');

    expect(answer.status).to.equal(410);
    expect(await isVerified(email)).to.equal(false);
  });

  it('can be asked for again, which ends the first link', async () => {
    const { email, link } = await joined('Alfie');
    const member = await community.owner('members').where({ email_key: email }).first();

    await community.visit(member).post('/settings/verification');

    const again = await latestLink(community.owner, email);
    expect(again).to.not.equal(link);
    expect((await community.visit().post(link)).status).to.equal(410);
    expect((await community.visit().post(again)).status).to.equal(303);
  });

  it('is not done by a link of another kind', async () => {
    const { email, link } = await joined('Mei-Ling');

    const elsewhere = link.replace('/verify/', '/reset/');

    expect((await community.visit().get(elsewhere)).status).to.equal(410);
    expect(await isVerified(email)).to.equal(false);
  });
});
