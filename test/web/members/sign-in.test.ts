import { expect } from 'chai';

import { createPasswords } from '#src/members/passwords.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember } from '#test/support/make.ts';

const password = 'three blue garden gnomes';

describe('signing in', () => {
  const community = aCommunity();
  const passwords = createPasswords({
    pepper: 'a password pepper that is only for tests',
    cost: 4,
  });

  const somebody = async () =>
    aMember(community.owner, { password_hash: await passwords.hash(password) });
  const signIn = (fields: Record<string, unknown>) =>
    community.visit().post('/sign-in').type('form').send(fields);

  it('opens the account to whoever has its password, and goes on where they were', async () => {
    const { email } = await somebody();

    const answer = await signIn({ email, password, next: '/settings' });

    expect(answer.status).to.equal(303);
    expect(answer.headers.location).to.equal('/settings');
  });

  it('knows an address however it is written', async () => {
    const { email } = await somebody();

    const answer = await signIn({ email: ` ${String(email).toUpperCase()} `, password });

    expect(answer.status).to.equal(303);
  });

  it('answers alike for an unknown address and for a wrong password', async () => {
    const { email } = await somebody();

    const unknown = await signIn({ email: 'nobody@example.com', password });
    const wrong = await signIn({ email, password: 'three red garden gnomes' });

    expect([unknown.status, wrong.status]).to.deep.equal([422, 422]);
    const said = (text: string) => text.replaceAll(/[\w.-]+@example\.com/g, 'X');
    expect(said(unknown.text)).to.equal(said(wrong.text));
    expect(unknown.text).to.include('Error: Sign in');
    expect(wrong.text).to.include(String(email)).and.not.include('gnomes');
  });

  it('answers each of many who sign in at once, and opens to each their own account', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, somebody));
    const wrong = 'three red garden gnomes';

    const opened = await Promise.all(
      people.map(async ({ email }, index) => {
        const browser = community.visit();
        const typed = { email, password: index % 2 === 0 ? password : wrong };
        await browser.post('/sign-in').type('form').send(typed);
        const { text } = await browser.get('/settings');
        return people.find(({ name }) => text.includes(`/u/${name}"`))?.name;
      }),
    );

    expect(opened).to.deep.equal(
      people.map(({ name }, index) => (index % 2 === 0 ? name : undefined)),
    );
  });

  it('refuses an imported person, who has no password', async () => {
    const member = await aMember(community.owner);

    expect((await signIn({ email: member.email, password })).status).to.equal(422);
  });

  it('gives the session a new id, and the old one is of no use', async () => {
    const { email, name } = await somebody();
    const browser = community.visit();
    const typed = await browser.post('/settings').type('form').send({ bio: 'I like masts.' });
    const before = cookieOf(typed.headers['set-cookie']);

    const answer = await browser.post('/sign-in').type('form').send({ email, password });
    const after = cookieOf(answer.headers['set-cookie']);

    expect(before).to.be.a('string').and.not.equal(after);
    const page = (cookie: string | undefined) =>
      community
        .visit()
        .get('/settings')
        .set('cookie', `session=${String(cookie)}`);
    expect((await page(after)).text).to.include(name);
    expect((await page(before)).status).to.equal(303);
  });

  it('goes on to addresses of ours alone', async () => {
    const { email } = await somebody();
    const targets = ['//evil.example', '/\\evil.example', 'https://evil.example', '/ok\r\nx: y'];

    for (const next of targets) {
      expect((await signIn({ email, password, next })).headers.location, next).to.equal('/');
    }
  });

  it('asks again where something is missing, with what was typed', async () => {
    const answer = await signIn({ email: 'tom@example.com' });

    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('Enter your password.').and.include('tom@example.com');
  });
});

describe('signing out', () => {
  const community = aCommunity();

  it('ends the session itself, not only the cookie', async () => {
    const member = await aMember(community.owner);

    const answer = await community.visit(member).post('/sign-out');

    expect(answer.headers.location).to.equal('/');
    expect((await community.visit(member).get('/settings')).status).to.equal(303);
  });
});

function cookieOf(header: unknown): string | undefined {
  const lines = (header ?? []) as string[];
  return lines.map((line) => /^session=([^;]+)/.exec(line)?.[1]).find(Boolean);
}
