import { expect } from 'chai';

import {
  readAnnualTotals,
  readYearsOf,
  sumAnnualTotals,
  type AnnualTotals,
} from '#src/finance/reports/annual-totals.ts';
import { exportAnnualTotals } from '#src/finance/exports/export-annual-totals.ts';
import { readHoldings } from '#src/ledger/balances.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberId, MemberRow } from '#src/members/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember } from '#test/support/make.ts';
import {
  aClawback,
  aHold,
  anActor,
  giveCredit,
  postAs,
  reverseAs,
  someKey,
  transferOf,
} from '../../ledger/orders.ts';

describe('A member’s totals of a year', () => {
  const domain = aDomain();
  let [tess, gwen] = [] as unknown as [MemberRow, MemberRow];

  before(async () => {
    tess = await aMember(domain.owner, { name: '=Tess' });
    gwen = await aMember(domain.owner, { name: 'Gwen' });
    await aMember(domain.owner);
    domain.itIsNow('2025-12-31T23:59:59.999Z');
    await giveCredit(domain, tess.id, 1_000n);
    domain.itIsNow('2026-01-01T00:00:00Z');
    await giveCredit(domain, tess.id, 500n);
    await giveCredit(domain, gwen.id, 200n);
    await postAs(domain, aHold(gwen.id));
    await everyKindOfEvent(tess.id);
    domain.itIsNow('2027-03-01T00:00:00Z');
    await giveCredit(domain, gwen.id, 70n);
    await sealTransfers(domain.owner);
  });

  const everyKindOfEvent = async (id: MemberId) => {
    const [available, inTransit] = [
      `member:${String(id)}:available`,
      `member:${String(id)}:in-transit`,
    ];
    const from = { debit: available, ref: 'test:1' };
    await postAs(domain, aClawback(id, { amount: 30n }));
    const key = someKey();
    await postAs(domain, aClawback(id, { amount: 40n, key }));
    await reverseAs(domain, await transferOf(domain.db, key));
    const recovery = { event: 'reward.recovery', credit: 'receivable:clawback' } as const;
    await postAs(domain, { ...from, ...recovery, key: someKey(), amount: 20n });
    for (const event of ['payout.confirm', 'payout.fail'] as const) {
      const reserve = { event: 'payout.reserve', credit: inTransit, amount: 100n } as const;
      const settles = await postAs(domain, { ...from, ...reserve, key: someKey() });
      const credit = event === 'payout.confirm' ? 'clearing:billing' : available;
      const end = { event, debit: inTransit, credit, amount: 100n, settles, ref: 'test:1' };
      await postAs(domain, { ...end, key: someKey() });
    }
    const kept = { event: 'payout.reserve', credit: inTransit, amount: 60n } as const;
    await postAs(domain, { ...from, ...kept, key: someKey() });
    const expiry = { event: 'credit.expire', credit: 'income:breakage', amount: 7n } as const;
    await postAs(domain, { ...from, ...expiry, key: someKey() });
    const gift = { event: 'adjustment', debit: 'expense:write-off', credit: available } as const;
    const order = { ...gift, amount: 11n, ref: 'adjustment:1', key: someKey(), approverId: 2 };
    await postAs(domain, order, anActor(1));
  };

  const figures = ({ opening, earned, takenBack, repaid, ...rest }: AnnualTotals) =>
    [
      opening,
      earned,
      takenBack,
      repaid,
      rest.paidOut,
      rest.expired,
      rest.adjusted,
      rest.closing,
    ].map(Number);

  it('say what was earned, taken back, repaid, paid out, expired and adjusted', async () => {
    const { members } = await readAnnualTotals(domain.db, '2026');

    expect(members.map(({ name }) => name)).to.deep.equal(['=Tess', 'Gwen']);
    expect(members.map(figures)).to.deep.equal([
      [1_000, 500, 30, 20, 100, 7, 11, 1_354],
      [0, 200, 0, 0, 0, 0, 0, 200],
    ]);
  });

  it('begin and end at midnight where the operator is', async () => {
    const years = await readYearsOf(domain.db, tess.id);

    expect(years.map(({ year, opening, closing }) => [year, opening, closing])).to.deep.equal([
      ['2026', 1_000n, 1_354n],
      ['2025', 0n, 1_000n],
    ]);
    const { members } = await readAnnualTotals(domain.db, '2026');
    expect({ ...years[0] }).to.deep.include(
      Object.fromEntries(Object.entries(members[0] ?? {}).filter(([key]) => !/id|name/.test(key))),
    );
  });

  it('foot to the accounts of the ledger', async () => {
    const sums = await sumAnnualTotals(domain.db, '2027');

    const { rows } = await domain.db.raw<{ rows: [{ sum: bigint }] }>(
      `select sum(amount_minor)::bigint as sum from ledger_balances
         join ledger_accounts on id = account_id where code ~ ':(available|in-transit)$'`,
    );
    expect(sums.closing).to.equal(rows[0].sum);
    for (const year of ['2025', '2026', '2027'] as const) {
      const { opening, earned, adjusted, closing, ...out } = await sumAnnualTotals(domain.db, year);
      const gone = out.takenBack + out.repaid + out.paidOut + out.expired;
      expect(opening + earned + adjusted - gone, year).to.equal(closing);
    }
    const { available, inTransit } = await readHoldings(domain.db, tess.id);
    expect((await readYearsOf(domain.db, tess.id))[0]?.closing).to.equal(available + inTransit);
  });

  it('are those of an instant, if one is given', async () => {
    const at = new Date('2025-12-31T23:59:59.999Z');

    const years = await readYearsOf(domain.db, tess.id, { at });

    expect(years.map(({ year, closing }) => [year, closing])).to.deep.equal([['2025', 1_000n]]);
  });

  it('come a page at a time', async () => {
    const first = await readAnnualTotals(domain.db, '2026', { limit: 1 });
    const second = await readAnnualTotals(domain.db, '2026', { limit: 1, after: first.next });

    expect([first, second].flatMap(({ members }) => members.map(({ id }) => id))).to.deep.equal([
      tess.id,
      gwen.id,
    ]);
    expect(second.next).to.equal(undefined);
  });

  it('are a file that adds up, the same every time', async () => {
    const make = () => exportAnnualTotals(domain.db, { year: '2026', currency: 'GBP' });
    const file = await make();
    const pieces: string[] = [];
    for await (const piece of file.read()) pieces.push(String(piece));

    expect(pieces.join('').split('\r\n')).to.deep.equal([
      'member,name,opening_balance,earned,taken_back,repaid,paid_out,expired,adjusted,closing_balance,currency',
      `${String(tess.id)},'=Tess,10.00,5.00,0.30,0.20,1.00,0.07,0.11,13.54,GBP`,
      `${String(gwen.id)},Gwen,0.00,2.00,0.00,0.00,0.00,0.00,0.00,2.00,GBP`,
      'total,,10.00,7.00,0.30,0.20,1.00,0.07,0.11,15.54,GBP',
      '',
    ]);
    await giveCredit(domain, tess.id);
    await sealTransfers(domain.owner);
    expect((await make()).manifest.sha256).to.equal(file.manifest.sha256);
    expect(file.manifest).to.include({ rows: 2, closing_balance: '15.54', state: 'open' });
  });
});
