import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { mailsTo } from '#test/support/mailbox.ts';
import { aMember } from '#test/support/make.ts';

describe('limits', () => {
  const community = aCommunity({
    limits: {
      'sign-in': { points: 3, seconds: 60 },
      join: { points: 2, seconds: 60 },
      reset: { points: 2, seconds: 60 },
      draft: { points: 2, seconds: 60 },
      post: { points: 2, seconds: 60 },
    },
  });
  const post = (path: string, fields: object) =>
    community.visit().post(path).type('form').send(fields);

  it('stop whoever guesses a password, even when they guess right at last', async () => {
    const { email } = await aMember(community.owner);
    const guess = () => post('/sign-in', { email, password: 'three red garden gnomes' });

    const statuses = [await guess(), await guess(), await guess(), await guess()].map(
      ({ status }) => status,
    );

    expect(statuses).to.deep.equal([422, 422, 422, 429]);
    const another = await post('/sign-in', { email: 'x@example.com', password: 'x' });
    expect(another.status).to.equal(422);
  });

  it('say how long to wait, and give back what was typed', async () => {
    const join = () => post('/join', { name: 'Una', email: 'una', password: 'short' });
    await join();
    await join();

    const answer = await join();

    expect(answer.status).to.equal(429);
    expect(Number(answer.headers['retry-after'])).to.be.within(1, 60);
    expect(answer.text).to.include('Try again in').and.include('Una').and.not.include('short');
  });

  it('let exactly so many through of many at once', async () => {
    const { email } = await aMember(community.owner);

    const answers = await Promise.all(Array.from({ length: 12 }, () => post('/reset', { email })));

    expect(answers.filter(({ status }) => status === 200)).to.have.length(2);
    expect(await mailsTo(community.owner, email)).to.have.length(2);
  });

  it('slow down whoever writes a lot, member by member, and give back what they wrote', async () => {
    const [member, other] = [await aMember(community.owner), await aMember(community.owner)];
    const ask = (who: typeof member) =>
      community.visit(who).post('/ask').type('form').send({ title: 'x', body: 'No bars at all.' });
    const statuses = [(await ask(member)).status, (await ask(member)).status];

    const answer = await ask(member);

    expect(statuses).to.deep.equal([422, 422]);
    expect(answer.status).to.equal(429);
    expect(answer.text).to.include('No bars at all.');
    expect((await ask(other)).status).to.equal(422);
  });

  it('keep signed-out visitors from filling the database with drafts', async () => {
    const type = () => post('/settings', { bio: 'I like masts.' });

    const statuses = [await type(), await type(), await type()].map(({ status }) => status);

    expect(statuses).to.deep.equal([401, 401, 429]);
  });
});
