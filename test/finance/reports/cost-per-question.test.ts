import { expect } from 'chai';

import { readContactCosts, setContactCost } from '#src/finance/reports/contact-cost.ts';
import { perQuestion, readCosts } from '#src/finance/reports/cost-per-question.ts';
import { deriveBalance } from '#src/ledger/balances.ts';
import type { Month } from '#src/ledger/dates.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Invalid, NotAllowed } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aMember, aModerator, anAdmin } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anApprovedAdjustment } from '../adjusting.ts';
import { anAcceptedAnswer, decide, withdraw } from '../history.ts';

describe('The cost of a resolved question', () => {
  const domain = aDomain();
  const place = { timeZone: 'Europe/London', count: 2 };
  const costsOf = (last: string) => readCosts(domain.db, { last: last as Month, ...place });

  before(async () => {
    domain.itIsNow('2026-05-31T22:59:59.999Z');
    await anAcceptedAnswer(domain);
    domain.itIsNow('2026-05-31T23:00:00Z');
    const failed = await anAcceptedAnswer(domain);
    await decide(domain, failed, 'fail');
    await anAcceptedAnswer(domain);
    const withdrawn = await anAcceptedAnswer(domain);
    await withdraw(domain, withdrawn);
    await anApprovedAdjustment(domain, await aMember(domain.owner));
  });

  it('is counted by topic, in months of the operator’s clocks', async () => {
    const [may, june] = await costsOf('2026-06');

    expect([may?.month, may?.resolved, may?.cost]).to.deep.equal(['2026-05', 1n, 50n]);
    expect([june?.month, june?.resolved]).to.deep.equal(['2026-06', 2n]);
    const topics = june?.topics.map(({ topic, resolved, cost }) => [
      topic !== null,
      resolved,
      cost,
    ]);
    expect(topics).to.deep.equal([
      [true, 1n, 0n],
      [true, 1n, 50n],
      [true, 0n, 0n],
      [false, 0n, 50n],
    ]);
  });

  it('adds up to the ledger', async () => {
    const months = await costsOf('2026-06');

    const sum = months.reduce((total, { cost }) => total + cost, 0n);
    expect(sum).to.equal(-(await deriveBalance(domain.db, 'expense:rewards')));
  });

  it('is rounded to the nearest penny, and nothing where nothing was resolved', () => {
    expect(perQuestion({ resolved: 3n, cost: 100n })).to.equal(33n);
    expect(perQuestion({ resolved: 3n, cost: 101n })).to.equal(34n);
    expect(perQuestion({ resolved: 2n, cost: 1n })).to.equal(1n);
    expect(perQuestion({ resolved: 3n, cost: -100n })).to.equal(-33n);
    expect(perQuestion({ resolved: 0n, cost: 50n })).to.equal(undefined);
  });

  it('is compared with what finance has set, who and why, and nobody else', async () => {
    const set = (by: MemberRow, amount = 420n, reason = 'Invoice of the centre, May') =>
      domain.perform(by, (work) => setContactCost(work, { amount, reason }));
    const jordan = await aFinancePerson(domain.owner, { name: 'Jordan' });
    expect(await readContactCosts(domain.db)).to.deep.equal([]);

    await set(jordan);
    await set(jordan, 399n, 'Invoice of the centre, June');

    const costs = await readContactCosts(domain.db);
    expect(costs.map(({ amount_minor, setter }) => [amount_minor, setter])).to.deep.equal([
      [399n, 'Jordan'],
      [420n, 'Jordan'],
    ]);
    for (const somebody of [await aMember(domain.owner), await aModerator(domain.owner)]) {
      expect(await outcomeOf(set(somebody))).to.be.instanceOf(NotAllowed);
    }
    expect(await outcomeOf(set(await anAdmin(domain.owner)))).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(set(jordan, 0n))).to.be.instanceOf(Invalid);
    expect(await outcomeOf(set(jordan, 1n, 'Because'))).to.be.instanceOf(Invalid);
  });
});
