import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, aTopic } from '#test/support/make.ts';
import { clearQueue } from '../../moderation/desk.ts';
import { olderIn } from '../forum/reading.ts';

const PATH = '/staff/personal-data';

describe('the list of what looks personal', () => {
  const community = aCommunity();

  /** A question that says how to ring its author, who insists on it. */
  async function tell(number: string, asker?: MemberRow): Promise<string> {
    const { slug } = await aTopic(community.owner);
    const form = {
      topic: slug,
      title: `Shall I ring ${number}?`,
      body: `Or <b>text</b> ${number}.`,
    };
    const posted = await community
      .visit(asker ?? (await aMember(community.owner, { level: 'helper' })))
      .post('/ask')
      .type('form')
      .send({ ...form, personal: 'keep' });
    return String(posted.headers.location);
  }
  const decide = (moderator: MemberRow, id: number, fields: object, query = '') =>
    community.visit(moderator).post(`${PATH}/${id}/decision${query}`).type('form').send(fields);
  const lastFinding = async () =>
    (await community.owner('personal_data_findings').orderBy('id', 'desc').first())!;

  it('says when nothing waits', async () => {
    const moderator = await aModerator(community.owner);

    const { text } = await community.visit(moderator).get(PATH);

    expect(text).to.include('Nothing that looks personal waits');
    expect(text).to.include(`<a href="${PATH}" aria-current="page">Personal data</a>`);
  });

  it('shows a moderator what was typed, and shows it to readers when told to', async () => {
    const moderator = await aModerator(community.owner);
    const asker = await aMember(community.owner, { level: 'helper' });
    const path = await tell('07700 900412', asker);
    const { id } = await lastFinding();

    const list = (await community.visit(moderator).get(PATH)).text;
    const browser = community.visit(moderator);
    const decided = await browser
      .post(`${PATH}/${id}/decision`)
      .type('form')
      .send({ decision: 'show', reason: 'A shop’s number', was: 'waiting' });
    const after = (await browser.get(PATH)).text;
    const moved = await community.visit().get(path);

    expect(list).to.include('Looks like a phone number').and.include('<mark>07700 900412</mark>');
    expect(list).to.include(`${asker.name} says that it isn’t personal.`);
    expect(decided.status).to.equal(303);
    expect(decided.headers.location).to.equal(PATH);
    expect(after).to.include('Readers see it now.').and.not.include('900412');
    expect(moved.status).to.equal(301);
    const page = (await community.visit().get(String(moved.headers.location))).text;
    expect(page).to.include('Shall I ring 07700 900412?').and.include('07700 900412.');
    const past = (await browser.get(`${PATH}?state=decided`)).text;
    expect(past).to.include(`${moderator.name} lets readers see it: A shop’s number`);
    expect(past).to.include('Keep it hidden').and.not.include('Let readers see it');
  });

  it('has an address for each in the queue, and goes on to what comes next', async () => {
    await clearQueue(community);
    await tell('07700 900421');
    const first = await lastFinding();
    await tell('07700 900422');
    const second = await lastFinding();
    const browser = community.visit(await aModerator(community.owner));

    const queue = (await browser.get('/staff/audits?kind=personal-data')).text;
    const one = (await browser.get(`${PATH}/${first.id}?kind=personal-data`)).text;
    const wrong = await browser
      .post(`${PATH}/${first.id}/decision?round=1&kind=personal-data`)
      .type('form')
      .send({ decision: 'show' });
    const decided = await browser
      .post(`${PATH}/${first.id}/decision?round=1&kind=personal-data`)
      .type('form')
      .send({ decision: 'mask' });

    expect(queue).to.include(`href="${PATH}/${first.id}?kind=personal-data"`);
    expect(queue).to.include('a phone number').and.include('its author says it isn’t personal');
    expect(one).to.include('<mark>07700 900421</mark>').and.not.include('900422');
    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.not.include('900422');
    expect(decided.headers.location).to.equal(`${PATH}/${second.id}?kind=personal-data`);
    expect((await browser.get(`${PATH}/999999`)).status).to.equal(404);
  });

  it('keeps it hidden when told to', async () => {
    const path = await tell('07700 900413');
    const { id } = await lastFinding();

    const decided = await decide(await aModerator(community.owner), id, { decision: 'mask' });

    expect(decided.status).to.equal(303);
    expect((await lastFinding()).state).to.equal('masked');
    expect((await community.visit().get(path)).text).to.not.include('900413');
  });

  it('wants a reason to show it, and keeps what was typed', async () => {
    await tell('07700 900414');
    const { id } = await lastFinding();
    const moderator = await aModerator(community.owner);

    const without = await decide(moderator, id, { decision: 'show', reason: ' ', was: 'waiting' });
    const long = 'x'.repeat(1_001);
    const tooLong = await decide(moderator, id, { decision: 'show', reason: long, was: 'waiting' });
    const odd = await decide(moderator, id, { decision: 'maybe', reason: 'Hm', was: 'waiting' });

    expect([without.status, tooLong.status, odd.status]).to.deep.equal([422, 422, 422]);
    expect(without.text).to.include(`href="#reason-${id}">Say why readers may see it.`);
    expect(tooLong.text).to.include('it can have 1,000');
    expect(odd.text).to.include('value="Hm"').and.include('Say whether readers may see it.');
    expect((await lastFinding()).state).to.equal('waiting');
  });

  it('refuses a second decision that has not seen the first', async () => {
    await tell('07700 900415');
    const { id } = await lastFinding();
    const moderator = await aModerator(community.owner);
    await decide(moderator, id, { decision: 'mask', was: 'waiting' });

    const late = await decide(moderator, id, { decision: 'show', reason: 'Shop', was: 'waiting' });

    expect(late.status).to.equal(409);
    expect(late.text).to.include('A colleague has decided this one meanwhile.');
  });

  it('has pages, and a decision leads back to its own', async () => {
    const moderator = await aModerator(community.owner);
    for (let count = 0; count < 21; count += 1) await tell(`07700 9005${String(count + 10)}`);

    const next = String(olderIn((await community.visit(moderator).get(PATH)).text));
    const { text } = await community.visit(moderator).get(next);

    expect(text).to.include('07700 900530');
    const [, action] = /action="([^"]+decision\?after=[^"]+)"/.exec(text) ?? [];
    const decided = await community
      .visit(moderator)
      .post(String(action))
      .type('form')
      .send({ decision: 'mask', was: 'waiting' });
    expect(decided.headers.location).to.equal(next);
  });
});
