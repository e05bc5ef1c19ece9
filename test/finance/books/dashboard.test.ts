import { expect } from 'chai';

import { readAsOf } from '#src/finance/reports/as-of.ts';
import { readDashboard } from '#src/finance/books/dashboard.ts';
import { readOwedByDay } from '#src/finance/books/owed-by-day.ts';
import type { Month } from '#src/ledger/dates.ts';
import { aDomain } from '#test/support/domain.ts';
import { anAcceptedAnswer, decide, withdraw } from '../history.ts';

describe('The dashboard’s figures', () => {
  const domain = aDomain();
  const [march, april] = ['2026-03', '2026-04'] as [Month, Month];

  before(async () => {
    domain.itIsNow('2026-03-10T12:00:00Z');
    const released = await anAcceptedAnswer(domain);
    const failed = await anAcceptedAnswer(domain);
    await decide(domain, released, 'pass');
    domain.itIsNow('2026-03-30T12:00:00Z');
    const late = await anAcceptedAnswer(domain);
    domain.itIsNow('2026-04-02T12:00:00Z');
    await decide(domain, failed, 'fail');
    await decide(domain, late, 'pass');
    domain.itIsNow('2026-04-03T12:00:00Z');
    await withdraw(domain, released);
    await anAcceptedAnswer(domain);
  });

  it('stand as they did at the end of each month, beside the month before', async () => {
    const [then, now] = [
      await readDashboard(domain.db, march),
      await readDashboard(domain.db, april),
    ];

    expect(then.owed).to.deep.equal({ amount: 50n, members: 1n, before: 0n });
    expect(now.owed).to.deep.equal({ amount: 50n, members: 1n, before: 50n });
    const { oldest, ...waiting } = then.checking;
    expect(waiting).to.deep.equal({ amount: 100n, rewards: 2n, before: 0n });
    expect(oldest?.toISOString()).to.equal('2026-03-10T12:00:00.000Z');
    expect(now.checking).to.include({ amount: 50n, rewards: 1n, before: 100n });
    expect(now.month.cost).to.deep.equal({ amount: -50n, rewards: 1n });
    expect(now.month.takenBack).to.deep.equal({ amount: 100n, rewards: 2n });
    expect(now.monthBefore).to.deep.equal(then.month);
    expect(then.monthBefore.cost).to.deep.equal({ amount: 0n, rewards: 0n });
  });

  it('tell day by day what the ledger held at the day’s end', async () => {
    const { owed } = await readDashboard(domain.db, april);

    const days = await readOwedByDay(domain.db, {
      last: '2026-04-05',
      ...{ count: 30, owed: owed.amount },
    });

    expect(days).to.have.length(30);
    for (const { day, owed: then } of days) {
      const { liability } = await readAsOf(domain.db, new Date(`${day}T22:59:59.999Z`));
      expect(then, day).to.equal(liability.available);
    }
    expect(days.map(({ owed: then }) => then)).to.include.members([0n, 50n, 100n]);
  });
});
