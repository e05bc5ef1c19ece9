import { expect } from 'chai';

import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember } from '#test/support/make.ts';
import { anAcceptedAnswer, decide } from '../../finance/history.ts';

describe('The list of entries', () => {
  const community = aCommunity();
  let [jordan, tess] = [] as unknown as [MemberRow, MemberRow];

  before(async () => {
    const { owner } = community;
    jordan = await aFinancePerson(owner);
    tess = await aMember(owner, { name: 'Tess' });
    community.itIsNow('2026-01-20T12:00:00Z');
    await decide(community, await anAcceptedAnswer(community, { author: tess }), 'pass');
    for (let count = 0; count < 60; count += 1) await anAcceptedAnswer(community);
    await sealTransfers(owner);
  });

  const get = (address: string) => community.visit(jordan).get(address);
  const textOf = async (address: string) => {
    const { status, text } = await get(address);
    expect(status, address).to.equal(200);
    return text;
  };
  const link = (text: string, label: string) =>
    new RegExp(`href="(/finance/ledger[^"]*)"[^>]*>(?:<svg.*?</svg>)?${label}`)
      .exec(text)?.[1]
      ?.replaceAll('&amp;', '&') ?? '';
  const entriesOf = (text: string) =>
    [...text.matchAll(/href="\/finance\/entries\/(\d+)"/g)].map(([, number]) => Number(number));

  it('says how many entries there are and what they come to', async () => {
    expect(await textOf('/finance/ledger')).to.include('62 entries, £31.00 in all');
    expect(await textOf('/finance/ledger?member=tess')).to.include('2 entries, £1.00 in all');
    expect(await textOf(`/finance/ledger?member=${String(tess.id)}`)).to.include('2 entries');
  });

  it('pages both ways and keeps the filters', async () => {
    const first = await textOf('/finance/ledger?account=checking');
    const second = await textOf(link(first, 'Earlier'));
    const back = await textOf(link(second, '(?:<[^>]*>)*Later'));

    expect(link(first, 'Earlier')).to.include('account=checking');
    expect(entriesOf(first)).to.have.length(50);
    expect(entriesOf(second)).to.have.length(12);
    expect(entriesOf(back)).to.deep.equal(entriesOf(first));
    expect(second).to.include('<option value="checking" selected>');
  });

  it('takes filters together and keeps them in its fields', async () => {
    const text = await textOf(
      '/finance/ledger?period=2026-01&event=reward.release&member=Tess&least=0.50&most=0.5&q=tess',
    );

    expect(text).to.include('1 entry, £0.50 in all');
    expect(text).to.include('name="least" value="0.50"').and.include('value="Tess"');
  });

  it('says which filter to let go of where nothing fits', async () => {
    const text = await textOf('/finance/ledger?member=Tess&event=payout.fail&ref=acceptance:999');

    expect(text).to.include('Search without the reference');
    expect(text).to.include('/finance/ledger?event=payout.fail&amp;member=Tess"');
  });

  it('leads from the books at an instant to the entries recorded by then', async () => {
    const books = await textOf('/finance/as-of?at=2026-01-19T12:00');
    expect(books).to.include('No account holds anything.');
    const later = await textOf('/finance/as-of');

    const text = await textOf(link(later, 'Reward cost'));

    expect(text).to.include('recorded=2026-01-20T12').and.include('Only what was recorded at');
    expect(await textOf('/finance/ledger?recorded=2026-01-19T12:00Z')).to.include('No entries');
  });

  it('says at the field what makes no sense', async () => {
    for (const [field, value, words] of [
      ['period', '2026-00', 'Choose a month.'],
      ['account', 'members%', 'There is no such account.'],
      ['event', 'reward.gift', 'Choose what happened.'],
      ['member', 'nobody', 'No member has this name or number.'],
      ['member', '999999999', 'No member has this name or number.'],
      ['least', '0.5.0', 'Enter an amount such as 0.50.'],
      ['most', '-1', 'Enter an amount such as 0.50.'],
      ['most', '0.001', 'Enter an amount such as 0.50.'],
      ['ref', "' or 1=1", 'Enter a number, acceptance:12'],
      ['recorded', 'soon', 'Enter an instant'],
    ] as const) {
      const { status, text } = await get(
        `/finance/ledger?${new URLSearchParams({ [field]: value }).toString()}`,
      );
      expect(status, `${field}=${value}`).to.equal(422);
      expect(text, `${field}=${value}`).to.include(words).and.include(`href="#f-${field}"`);
    }
    const { text } = await get('/finance/ledger?least=2&most=1');
    expect(text).to.include('Enter an amount that is not below the least.');
    expect((await get('/finance/ledger?before=x')).status).to.equal(404);
  });
});
