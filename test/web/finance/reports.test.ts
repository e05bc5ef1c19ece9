import { expect } from 'chai';

import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember } from '#test/support/make.ts';
import { anAcceptedAnswer, decide } from '../../finance/history.ts';

describe('The reports of finance', () => {
  const community = aCommunity();
  let [jordan, tess] = [] as unknown as [MemberRow, MemberRow];

  before(async () => {
    const { owner } = community;
    jordan = await aFinancePerson(owner);
    tess = await aMember(owner, { name: 'Tess' });
    community.itIsNow('2026-10-25T00:30:00Z');
    const hidden = await anAcceptedAnswer(community, { author: tess, title: 'My PIN is on show' });
    await decide(community, hidden, 'pass');
    await owner('questions')
      .where({ id: hidden.question_id })
      .update({ removed_at: community.now() });
    community.itIsNow('2026-10-25T01:30:00Z');
    await anAcceptedAnswer(community, { author: tess });
    community.itIsNow('2027-02-01T12:00:00Z');
    await sealTransfers(owner);
  });

  const get = (address: string) => community.visit(jordan).get(address);
  const textOf = async (address: string) => {
    const { status, text } = await get(address);
    expect(status, address).to.equal(200);
    return text;
  };

  it('show the books at an instant, and say what that means', async () => {
    const text = await textOf('/finance/as-of?at=2026-10-25T01:00');

    expect(text).to.include('The books as of 25 October 2026 at 01:00:00 BST');
    expect(text).to.include('Nobody was owed anything.').and.include('recorded at this instant');
    expect(await textOf('/finance/as-of')).to.include('1 February 2027 at 12:00:00 GMT');
  });

  it('tell the two half past ones of the night apart in which the clocks go back', async () => {
    const first = await textOf('/finance/as-of?at=2026-10-25T01:30');
    const second = /href="([^"]+)">See the second, 25 October 2026 at 01:30:00 GMT/.exec(first);

    expect(first).to.include('as of 25 October 2026 at 01:30:00 BST');
    expect(first).to.match(/Total, 1 member<\/th><td class="n"><\/td><td class="n">£0\.50/);
    const text = await textOf((second?.[1] ?? '').replaceAll('&amp;', '&'));
    expect(text).to.match(/Total, 1 member<\/th><td class="n"><\/td><td class="n">£1\.00/);
  });

  it('say that the clocks never showed a time', async () => {
    const text = await textOf('/finance/as-of?at=2026-03-29T01:30');

    expect(text).to.include('The clocks never showed that time.');
    expect(text).to.include('29 March 2026 at 02:00:00 BST');
  });

  it('refuse what is no time, and what is still to come, at the field', async () => {
    for (const [at, words] of [
      ['yesterday', '“yesterday” is no date and time.'],
      ['2026-02-30T10:00', '“2026-02-30T10:00” is no date and time.'],
      ['2027-02-01T12:00:00.001', 'value="2027-02-01T12:00:00.001"'],
    ] as const) {
      for (const page of ['/finance/as-of', `/finance/members/${String(tess.id)}`]) {
        const { status, text } = await get(`${page}?at=${at}`);
        expect(status, at).to.equal(422);
        expect(text).to.include(words);
        expect(text).to.include('aria-invalid="true"');
      }
    }
  });

  it('lead to a member’s statement of the instant, where what was removed stays hidden', async () => {
    const books = await textOf('/finance/as-of?at=2026-10-25T01:30');
    const address = /href="(\/finance\/members\/[^"]+)"/.exec(books)?.[1] ?? '';

    const text = await textOf(address);

    expect(text).to.include('Tess as of 25 October 2026 at 01:30:00 BST');
    expect(text).to.include('A question that was removed').and.not.include('My PIN');
    expect(text).to.match(/Balance<\/dt><dd class="v">£0\.50/);
    expect(text).to.match(/Being checked<\/dt><dd class="v">£0\.00/);
    expect((await get('/finance/members/999999')).status).to.equal(404);
  });

  it('tell what became of each balance in a year, as a page and as a file', async () => {
    const text = await textOf('/finance/totals/2026');
    expect(text)
      .to.include(`${String(tess.id)} · Tess`)
      .and.include('All 1 member');
    expect(await textOf('/finance/totals/2025')).to.include('Nothing in 2025');

    const csv = await textOf('/finance/totals/2026.csv');
    expect(csv).to.include(`${String(tess.id)},Tess,0.00,0.50,`);
    const manifest = await get('/finance/totals/2026.csv.manifest.json');
    expect(manifest.body).to.include({ year: '2026', rows: 1, closing_balance: '0.50' });
    const { headers } = await get('/finance/totals?year=2025');
    expect(headers.location).to.equal('/finance/totals/2025');
    for (const year of ['x', '26', '1999', '2026.pdf']) {
      expect((await get(`/finance/totals/${year}`)).status, year).to.equal(404);
    }
  });

  it('compare the cost of a question with what finance says a contact costs', async () => {
    const before = await textOf('/finance/costs?period=2026-10');
    expect(before).to.include('What a contact costs is not set.');
    const send = (body: string) => community.visit(jordan).post('/finance/costs').send(body);

    const wrong = await send('amount=a+lot&reason=The+invoice+of+May');
    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.include('Enter an amount such as 4.20.').and.include('value="a lot"');
    expect((await send('amount=4.20&reason=So')).text).to.include('Say why in 10 characters');
    const { status } = await send('amount=4.20&reason=The+invoice+of+May');
    expect(status).to.equal(303);

    const text = await textOf('/finance/costs?period=2026-10');
    expect(text).to.match(/All<\/th><td class="n">2<\/td><td class="n">£1\.00<\/td>/);
    expect(text).to.include('£8.40').and.include('£7.40').and.include('“The invoice of May”');
    const csv = await textOf('/finance/costs/2026-10.csv');
    expect(csv).to.include('total,,2,1.00,0.50,8.40,7.40,GBP');
    const manifest = await get('/finance/costs/2026-10.csv.manifest.json');
    expect(manifest.body).to.include({
      resolved: 2,
      reward_cost: '1.00',
      cost_per_contact: '4.20',
    });
  });
});
