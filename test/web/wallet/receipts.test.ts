import { expect } from 'chai';

import type { Proof } from '#src/ledger/proof.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator } from '#test/support/make.ts';
import { anApprovedAdjustment } from '../../finance/adjusting.ts';
import { anAcceptedAnswer, decide } from '../../finance/history.ts';

describe('A receipt', () => {
  const community = aCommunity();
  let [tess, priya] = [] as unknown as [MemberRow, MemberRow];

  before(async () => {
    const { owner } = community;
    tess = await aMember(owner, { name: 'Tess' });
    priya = await aMember(owner, { name: 'Priya' });
    community.itIsNow('2026-05-20T12:00:00Z');
    const people = { author: tess, asker: priya };
    const title = 'No signal in <b>Leeds</b>';
    const failed = await anAcceptedAnswer(community, { ...people, title });
    await decide(community, failed, 'fail');
    const passed = await anAcceptedAnswer(community, people);
    const moderator = await aModerator(owner, { name: 'Hannah' });
    await decide(community, passed, 'pass', moderator);
    for (let count = 0; count < 3; count += 1) await anAcceptedAnswer(community, people);
    await sealTransfers(owner);
  });

  const get = (address: string, who = tess) => community.visit(who).get(address);
  const mainOf = async (address: string) => {
    const { status, text } = await get(address);
    expect(status, address).to.equal(200);
    return text.slice(text.indexOf('<main'), text.indexOf('</main'));
  };
  const receiptsOf = async () =>
    [...(await mainOf('/wallet')).matchAll(/href="(\/wallet\/receipts\/\w+)"/g)].map(
      ([, href = '']) => href,
    );

  it('is there for every line of the statement', async () => {
    const addresses = await receiptsOf();

    expect(addresses).to.have.length(7);
    expect(addresses.filter((address) => address.includes('/receipts/r'))).to.have.length(2);
    for (const address of addresses) {
      const text = await mainOf(address);
      expect(text).to.include('/rewards#rules').and.include('Rules 1');
      expect(text).to.include('Accepted by <a href="/u/Priya">Priya</a>');
    }
  });

  it('says what moved, until when it was held, and what the check found', async () => {
    const text = await mainOf('/wallet/receipts/2');

    expect(text).to.include('<b>Your credits being checked</b> to <b>Reward cost</b>');
    expect(text).to.include('No signal in &lt;b&gt;Leeds&lt;/b&gt;');
    expect(text).to.include(
      'It didn’t pass our check: it was wrong or out of date, on 20 May 2026',
    );
    expect(text).to.include('until 27 May 2026');
    expect(text).to.include('href="/wallet/receipts/1"').and.include('This one');
  });

  it('does not say who checked', async () => {
    const texts = await Promise.all((await receiptsOf()).map(mainOf));

    expect(texts.join('')).to.include('It passed our check').and.not.include('Hannah');
  });

  it('says of what was refused that nothing moved, and why', async () => {
    const refused = (await receiptsOf()).find((address) => address.includes('/receipts/r')) ?? '';

    const text = await mainOf(refused);

    expect(text).to.include('No money has moved.').and.include('Now: not paid.');
    expect(text).to.include('Third accepted answer from the same person in 30 days');
  });

  it('is there for what was put right by hand', async () => {
    await anApprovedAdjustment(community, tess);
    await sealTransfers(community.owner);
    const [first = ''] = await receiptsOf();

    expect(await mainOf(first))
      .to.include('to <b>Your balance</b>')
      .and.include('Adjustment');
  });

  it('comes with the proof of its entry, for nobody else', async () => {
    const address = '/wallet/receipts/2/proof.json';
    expect(await mainOf('/wallet/receipts/2')).to.include(`href="${address}"`);

    const proof = (await get(address)).body as Proof;

    expect(proof).to.include({ format: 'goodline-proof-1', entry: 2 });
    expect((await get(address, priya)).status).to.equal(404);
    for (const other of ['999', 'r4', 'x']) {
      expect((await get(`/wallet/receipts/${other}/proof.json`)).status, other).to.equal(404);
    }
  });

  it('is nobody else’s', async () => {
    for (const address of [...(await receiptsOf()), '/wallet/receipts/t1']) {
      expect((await get(address)).status, address).to.equal(200);
      expect((await get(address, priya)).status, address).to.equal(404);
      expect((await community.visit().get(address)).status, address).to.equal(303);
      const jordan = await aFinancePerson(community.owner);
      expect((await get(address, jordan)).status, address).to.equal(403);
    }
    for (const text of ['0', 'x', 't', 'r0', 'r99', '99', '-1', '9'.repeat(30), 'r9999999999']) {
      expect((await get(`/wallet/receipts/${text}`)).status, text).to.equal(404);
    }
  });
});
