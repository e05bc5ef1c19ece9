import { expect } from 'chai';

import { createPasswords } from '#src/members/passwords.ts';
import { readMember } from '#src/members/find-members.ts';
import { aCommunity } from '#test/support/community.ts';
import { latestLink, mailsTo } from '#test/support/mailbox.ts';
import { aMember } from '#test/support/make.ts';

const password = 'three blue garden gnomes';
const passwords = createPasswords({
  pepper: 'a password pepper that is only for tests',
  cost: 4,
});

describe('one’s profile', () => {
  const community = aCommunity();

  it('is changed and shown again', async () => {
    const browser = community.visit(await aMember(community.owner));

    const answer = await browser.post('/settings').type('form').send({ bio: ' I like masts. ' });

    expect(answer.headers.location).to.equal('/settings');
    const page = await browser.get('/settings');
    expect(page.text).to.include('I like masts.').and.include('Your profile is saved.');
    expect((await browser.get('/settings')).text).to.not.include('Your profile is saved.');
  });

  it('has at most 500 characters, and keeps the others on the page', async () => {
    const browser = community.visit(await aMember(community.owner));
    const bio = '📶'.repeat(501);

    const answer = await browser.post('/settings').type('form').send({ bio });

    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('This has 501 characters; it can have 500.').and.include(bio);
    const fits = await browser
      .post('/settings')
      .type('form')
      .send({ bio: '📶'.repeat(500) });
    expect(fits.status).to.equal(303);
  });
});

describe('light or dark', () => {
  const community = aCommunity();

  it('is chosen without an account, and kept in this browser', async () => {
    const browser = community.visit();
    const choose = (theme: string) =>
      browser.post('/settings/appearance').type('form').send({ theme });

    await choose('dark');
    expect((await browser.get('/guidelines')).text).to.include('data-theme="dark"');
    await choose('system');
    expect((await browser.get('/guidelines')).text).to.not.include('data-theme');
    expect((await choose('pink')).status).to.equal(422);
  });
});

describe('changing one’s password', () => {
  const community = aCommunity();
  const somebody = async () =>
    aMember(community.owner, { password_hash: await passwords.hash(password) });
  const change = (browser: ReturnType<typeof community.visit>, current: string, chosen: string) =>
    browser
      .post('/settings/password')
      .type('form')
      .send({ current_password: current, password: chosen });

  it('keeps this session, ends every other, and is told by mail', async () => {
    const member = await somebody();
    const [elsewhere, browser] = [community.visit(member), community.visit()];
    await browser.post('/sign-in').type('form').send({ email: member.email, password });

    const answer = await change(browser, password, 'four green garden gnomes');

    expect(answer.status).to.equal(303);
    expect((await browser.get('/settings')).status).to.equal(200);
    expect((await elsewhere.get('/settings')).status).to.equal(303);
    const [mail] = await mailsTo(community.owner, member.email);
    expect(mail?.subject).to.equal('Your password was changed');
  });

  it('takes the password one has, and a good new one', async () => {
    const member = await somebody();
    const browser = community.visit(member);

    const wrong = await change(browser, 'three red garden gnomes', 'four green garden gnomes');
    const short = await change(browser, password, 'gnomes');

    expect([wrong.status, short.status]).to.deep.equal([422, 422]);
    expect(wrong.text).to.include('That’s not the password you have now.');
    const { password_hash } = (await readMember(community.db, member.id)) ?? {};
    expect(password_hash).to.equal(member.password_hash);
  });

  it('is lost by the slower of two who change it at once', async () => {
    const member = await somebody();
    const chosen = ['four green garden gnomes', 'five black garden gnomes'];

    const answers = await Promise.all(
      chosen.map((next) => change(community.visit(member), password, next)),
    );

    expect(answers.map(({ status }) => status).sort()[0]).to.equal(303);
    expect(answers.map(({ status }) => status).sort()[1]).to.be.oneOf([409, 422, 401]);
  });
});

describe('changing one’s address', () => {
  const community = aCommunity();
  const somebody = async () =>
    aMember(community.owner, { password_hash: await passwords.hash(password) });
  const ask = (browser: ReturnType<typeof community.visit>, email: string | null) =>
    browser.post('/settings/email').type('form').send({ email, current_password: password });

  it('takes the password here and a press of a button there', async () => {
    const member = await somebody();
    const browser = community.visit(member);
    const asked = await ask(browser, 'New.Home@example.com');
    expect(asked.status).to.equal(303);
    expect((await readMember(community.db, member.id))?.email).to.equal(member.email);
    const link = await latestLink(community.owner, 'New.Home@example.com');

    expect((await community.visit().get(link)).text).to.include('New.Home@example.com');
    const [first, second] = [
      await community.visit().post(link),
      await community.visit().post(link),
    ];

    expect([first.status, second.status]).to.deep.equal([303, 410]);
    const changed = await readMember(community.db, member.id);
    expect(changed).to.include({
      email: 'New.Home@example.com',
      email_key: 'new.home@example.com',
    });
    const [told] = await mailsTo(community.owner, member.email);
    expect(told?.subject).to.equal('Your email address was changed');
  });

  it('answers alike when somebody has the address, and sends nothing', async () => {
    const [member, other] = [await somebody(), await somebody()];

    const answer = await ask(community.visit(member), other.email);

    expect(answer.status).to.equal(303);
    expect(await mailsTo(community.owner, other.email)).to.deep.equal([]);
  });

  it('takes no address that is made to be thrown away, as at joining', async () => {
    const member = await somebody();

    const answer = await ask(community.visit(member), 'me@sub.mailinator.com');

    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('made to be thrown away').and.include('me@sub.mailinator.com');
    expect(await mailsTo(community.owner, 'me@sub.mailinator.com')).to.deep.equal([]);
    expect(await community.owner('mail_links').where({ member_id: member.id })).to.deep.equal([]);
  });

  it('fails when somebody takes the address before the link is used', async () => {
    const member = await somebody();
    await ask(community.visit(member), 'wanted@example.com');
    await aMember(community.owner, {
      email: 'wanted@example.com',
      email_key: 'wanted@example.com',
    });

    const answer = await community
      .visit()
      .post(await latestLink(community.owner, 'wanted@example.com'));

    expect(answer.status).to.equal(409);
    expect((await readMember(community.db, member.id))?.email).to.equal(member.email);
  });

  it('says what is wrong with the address and the password at once', async () => {
    const answer = await community
      .visit(await somebody())
      .post('/settings/email')
      .type('form')
      .send({ email: 'nowhere', current_password: 'three red garden gnomes' });

    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('id="email-error"').and.include('id="current_password-error"');
    expect(answer.text).to.include('value="nowhere"');
  });
});
