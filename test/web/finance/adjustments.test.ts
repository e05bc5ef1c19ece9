import { expect } from 'chai';

import { readHoldings } from '#src/ledger/balances.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember } from '#test/support/make.ts';

describe('The pages of adjustments', () => {
  const community = aCommunity();
  let [jordan, sam, tess] = [] as unknown as [MemberRow, MemberRow, MemberRow];

  before(async () => {
    jordan = await aFinancePerson(community.owner, { name: 'Jordan' });
    sam = await aFinancePerson(community.owner, { name: 'Sasha' });
    tess = await aMember(community.owner, { name: 'Tess' });
  });

  const FORM = {
    ...{ from: 'expense:rewards', to: 'member', to_member: 'tess', amount: '12.50' },
    ...{ reason: 'The check took a <b>month</b>.', evidence: 'Ticket 4711' },
  };
  const send = (changes: object = {}, who = jordan) =>
    community
      .visit(who)
      .post('/finance/adjustments')
      .type('form')
      .send({ ...FORM, ...changes });
  const ask = async (changes: object = {}, who = jordan) => {
    const { status, headers } = await send(changes, who);
    expect(status).to.equal(303);
    return String(headers.location);
  };
  const textOf = async (address: string, who: MemberRow) => {
    const { status, text } = await community.visit(who).get(address);
    expect(status, address).to.equal(200);
    return text;
  };
  const decide = (address: string, decision: string, who: MemberRow) =>
    community.visit(who).post(`${address}/approval`).type('form').send({ decision });
  const available = async () => (await readHoldings(community.db, tess.id)).available;

  it('lead from the form to the entry by two people', async () => {
    const address = await ask();
    expect(address).to.match(/^\/finance\/adjustments\/\d+$/);

    const own = await textOf(address, jordan);
    expect(own).to.include('You asked for it, so somebody else in finance approves.');
    expect(own)
      .to.match(/value="approve" disabled/)
      .and.include('Take it back');
    const others = await textOf(address, sam);
    expect(others).to.include('From reward cost to Tess’s balance').and.include('£12.50');
    expect(others).to.include('The check took a &lt;b&gt;month&lt;/b&gt;.');
    expect((await decide(address, 'approve', jordan)).status).to.equal(403);

    expect((await decide(address, 'approve', sam)).status).to.equal(303);

    expect(await available()).to.equal(1250n);
    const decided = await textOf(address, jordan);
    expect(decided).to.include('Approved by').and.include('Sasha,').and.include('Jordan,');
    const entry = /href="(\/finance\/entries\/t?\d+)"/.exec(decided)?.[1] ?? '';
    const text = await textOf(entry, sam);
    expect(text)
      .to.match(/Posted by<\/th><td>Jordan/)
      .and.match(/Approved by<\/th><td>Sasha/);
    expect((await decide(address, 'approve', sam)).status).to.equal(409);
  });

  it('show debit and credit, and both balances, before anything is asked for', async () => {
    const before = await community.db('adjustments').select('id');

    const { status, text } = await community
      .visit(jordan)
      .post('/finance/adjustments/new/preview')
      .type('form')
      .send(FORM);

    expect(status).to.equal(200);
    expect(text).to.include('Not asked for yet').and.include('expense:rewards');
    expect(text).to.match(/Tess’s balance<\/td><td class="n">£[\d.]+<\/td><td class="n">£[\d.]+/);
    expect(text).to.include('value="12.50"');
    expect(await community.db('adjustments').select('id')).to.deep.equal(before);
  });

  it('take an account by its code, a member by number or by name alone', async () => {
    const number = String(tess.id);
    for (const to of [`member:${number}:available`, `#${number}`, 'Tess']) {
      const text = await textOf(await ask({ to, to_member: '' }), sam);
      expect(text, to).to.include('Tess’s balance');
    }
  });

  it('take the contract’s own fields alone', async () => {
    const { from, amount, reason } = FORM;
    const { status } = await community
      .visit(jordan)
      .post('/finance/adjustments')
      .type('form')
      .send({ from, to: `member:${String(tess.id)}:available`, amount, reason });

    expect(status).to.equal(303);
  });

  const mistakes: [string, object, string][] = [
    ['nobody of that name', { to_member: 'nobody' }, 'to_member'],
    ['no name where one is needed', { to_member: '' }, 'to_member'],
    ['no account', { from: '' }, 'from'],
    ['an account that is none', { from: 'assets:cash' }, 'from'],
    ['the same account twice', { to: 'expense:rewards' }, 'to'],
    ['no reason', { reason: '' }, 'reason'],
    ['no evidence', { evidence: ' ' }, 'evidence'],
    ...['', '0', '0.00', '-1', '1.005', '1e3', '0x10', 'NaN', '1,00', '9'.repeat(12)].map(
      (amount): [string, object, string] => [`the amount “${amount}”`, { amount }, 'amount'],
    ),
  ];
  for (const [what, changes, field] of mistakes) {
    it(`draw the form again with ${what}, as it was typed`, async () => {
      const { status, text } = await send(changes);

      expect(status).to.equal(422);
      expect(text).to.include(`id="${field}-error"`);
      expect(text)
        .to.include('name="from"')
        .and.include(field === 'evidence' ? FORM.amount : 'Ticket 4711');
    });
  }

  it('ask once for a form that is sent twice', async () => {
    const form = await textOf('/finance/adjustments/new', jordan);
    const key = /name="idempotency_key" value="([^"]+)"/.exec(form)?.[1];

    const twice = [await ask({ idempotency_key: key }), await ask({ idempotency_key: key })];

    expect(twice[0]).to.equal(twice[1]);
    expect((await send({ idempotency_key: key, amount: '3' })).status).to.equal(409);
  });

  it('list what waits for whom, and count it in the menu', async () => {
    const address = await ask({ reason: 'Twice paid in <i>October</i>.' });

    for (const page of ['/finance/adjustments', '/finance/approvals']) {
      const others = await textOf(page, sam);
      expect(others, page).to.include(`href="${address}"`);
      expect(others, page).to.match(/Waiting for you|For you to decide/);
      expect(others).to.match(/Approvals[\s\S]{0,80}class="count/);
      expect(await textOf(page, jordan)).to.match(/Waiting for others|You asked for/);
    }
    await decide(address, 'send-back', sam);
    expect(await textOf('/finance/adjustments?show=decided', jordan)).to.include('Sent back');
  });

  it('say what has expired', async () => {
    const address = await ask();
    const then = community.now();
    community.itIsNow(new Date(then.getTime() + 7 * 86_400_000));

    const text = await textOf(address, sam);

    expect(text).to.include('Expired').and.not.include('value="approve"');
    expect(await textOf('/finance/approvals', sam)).to.include('Expired lately');
    expect(await textOf('/finance/adjustments?show=expired', sam)).to.include(`href="${address}"`);
    expect((await decide(address, 'approve', sam)).status).to.equal(409);
    community.itIsNow(then);
  });
});
