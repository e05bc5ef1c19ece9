import { expect } from 'chai';

import type { AnswerRow } from '#src/forum/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAnswer } from '#test/support/make.ts';
import { anAcceptedAnswer } from '#test/support/rewarding.ts';
import { answerIn, expectSound } from './reading.ts';

const SITE_URL = 'https://goodline.test';

describe('“Did this fix it?”', () => {
  const community = aCommunity({
    settings: { SITE_URL },
    limits: { fixed: { points: 3, seconds: 3_600 }, 'fixed-answer': { points: 9, seconds: 3_600 } },
  });
  const say = (answer: AnswerRow, from: string, fixed?: string) =>
    community
      .visit()
      .post(`/a/${answer.id}/fixed`)
      .set({ origin: SITE_URL, 'x-forwarded-for': from })
      .type('form')
      .send(fixed === undefined ? '' : `fixed=${fixed}`);
  const pageOf = async ({ question_id }: AnswerRow) => {
    const { headers } = await community.visit().get(`/q/${question_id}`);
    return (await community.visit().get(headers.location ?? '')).text;
  };

  it('is counted for anybody, without a cookie, and says so on a page of its own', async () => {
    const { answer } = await anAcceptedAnswer(community);
    expect(await pageOf(answer)).to.include('You need no account to say so');

    const said = await say(answer, '192.0.2.1');
    await say(answer, '2001:db8:1:2::7', 'yes');

    expect(said.status).to.equal(303);
    expect(said.headers).to.not.have.property('set-cookie');
    const thanks = await community.visit().get(said.headers.location ?? '');
    expectSound(thanks.text);
    expect(thanks.text).to.include('Glad it’s fixed').and.include('noindex');
    expect(thanks.headers['cache-control']).to.equal('public, no-cache');
    expect(await pageOf(answer)).to.match(
      /2 people\s+said yes, the last one on <time datetime="2026-01-15/,
    );
  });

  it('counts an address once, and a network of one; what it said can be taken back', async () => {
    const { answer } = await anAcceptedAnswer(community);
    await say(answer, '198.51.100.1', 'yes');
    await say(answer, '198.51.100.1', 'yes');
    await say(answer, '2001:db8::1', 'yes');
    await say(answer, '2001:db8:0:0:ffff::2', 'yes');
    expect(await pageOf(answer)).to.include('2 people');

    const undone = await say(answer, '198.51.100.1', 'undo');

    expect(undone.headers.location).to.equal(`/a/${answer.id}/fixed?said=undo`);
    expect(await pageOf(answer)).to.include('One person');
  });

  it('keeps no address that anybody could read', async () => {
    const { answer } = await anAcceptedAnswer(community);
    await say(answer, '203.0.113.9', 'yes');

    for (const table of ['fix_voices', 'rate_limits', 'events', 'sessions']) {
      const { rows } = await community.owner.raw<{ rows: { told: string }[] }>(
        `select t::text as told from ${table} t`,
      );
      expect(rows.map(({ told }) => told).join(), table).to.not.include('203.0.113');
    }
  });

  it('leads whom it did not fix to a search, a question and “me too”, and shows no such count', async () => {
    const { question, answer } = await anAcceptedAnswer(community);
    const before = await pageOf(answer);

    const { headers } = await say(answer, '192.0.2.44', 'no');

    const { text } = await community.visit().get(headers.location ?? '');
    expectSound(text);
    expect(text).to.include('/search?q=').and.include('/ask?title=');
    expect(text).to.include(`action="/q/${question.id}/me-too"`);
    expect(await pageOf(answer)).to.equal(before);
  });

  it('is limited for an address and for an answer', async () => {
    const { answer } = await anAcceptedAnswer(community);
    for (const fixed of ['yes', 'no', 'yes']) await say(answer, '192.0.2.60', fixed);
    const tooOften = await say(answer, '192.0.2.60', 'no');
    expect(tooOften.status).to.equal(429);
    expect(tooOften.headers).to.have.property('retry-after');

    for (let nth = 1; nth <= 6; nth += 1) await say(answer, `192.0.2.${String(100 + nth)}`);

    expect((await say(answer, '192.0.2.200')).status).to.equal(429);
    expect(await pageOf(answer)).to.include('7 people');
  });

  it('is asked under what is accepted, and of nobody about their own answer', async () => {
    const { question, answer } = await anAcceptedAnswer(community);
    const other = await anAnswer(community.owner, { question_id: question.id });

    const page = await pageOf(answer);

    expect(page).to.include(`action="/a/${answer.id}/fixed"`);
    expect(page).to.not.include(`action="/a/${other.id}/fixed"`);
    expect(answerIn(page, answer)).to.not.include('Did this fix it');
  });

  it('does not take what it does not know', async () => {
    const { answer } = await anAcceptedAnswer(community);

    expect((await say(answer, '192.0.2.90', 'maybe')).status).to.equal(422);
    expect((await community.visit().get(`/a/${answer.id}/fixed?said=maybe`)).text).to.include(
      'Did this fix it for you?',
    );
    expect(
      (await community.visit(await aMember(community.owner)).get('/a/0/fixed')).status,
    ).to.equal(404);
  });
});
