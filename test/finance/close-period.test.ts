import { expect } from 'chai';

import { readChecklist } from '#src/finance/close-checklist.ts';
import { askToClose, closePeriod, sendBack } from '#src/finance/close-period.ts';
import { exportMonth } from '#src/finance/exports/export.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { readPeriods } from '#src/finance/periods.ts';
import type { Month } from '#src/ledger/dates.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, NotAllowed, NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aModerator } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { giveCredit, postAs, aHold, someone } from '../ledger/orders.ts';

let year = 2030;

describe('Closing a month of the books', () => {
  const domain = aDomain();
  let [jordan, sam] = [] as unknown as [MemberRow, MemberRow];

  before(async () => {
    jordan = await aFinancePerson(domain.owner, { name: 'Jordan' });
    sam = await aFinancePerson(domain.owner, { name: 'Sasha' });
  });

  /** A month that is over, with everything before it closed. */
  const aMonthThatIsOver = async (): Promise<Month> => {
    const month = `${String((year += 1))}-03` as Month;
    domain.itIsNow(`${month}-20T12:00:00Z`);
    await giveCredit(domain, someone());
    domain.itIsNow(`${month.replace('-03', '-04')}-01T09:00:00Z`);
    return month;
  };
  const ask = (month: Month, by = jordan) => domain.perform(by, (work) => askToClose(work, month));
  const close = (month: Month, by = sam) => closePeriod(domain, by, month);
  const stateOf = async (month: Month) =>
    (await readPeriods(domain.db)).find(({ id }) => id === month);

  it('takes one who asks and another who approves', async () => {
    const month = await aMonthThatIsOver();
    await ask(month);
    expect(await stateOf(month)).to.include({ state: 'closing', maker: 'Jordan', checker: null });

    await close(month);

    expect(await stateOf(month)).to.include({ state: 'closed', maker: 'Jordan', checker: 'Sasha' });
    const events = await domain
      .db('events')
      .select('name', 'actor_id')
      .whereIn('name', ['period closing', 'period closed'])
      .orderBy('id');
    expect(events.slice(-2)).to.deep.equal([
      { name: 'period closing', actor_id: jordan.id },
      { name: 'period closed', actor_id: sam.id },
    ]);
  });

  it('is not approved by whoever asked', async () => {
    const month = await aMonthThatIsOver();
    await ask(month);

    expect(await outcomeOf(close(month, jordan))).to.be.instanceOf(NotAllowed);

    expect(await stateOf(month)).to.include({ state: 'closing' });
    await close(month);
  });

  it('is sent back, and can be asked for again', async () => {
    const month = await aMonthThatIsOver();
    await ask(month);

    await domain.perform(sam, (work) => sendBack(work, month));

    expect(await stateOf(month)).to.include({ state: 'open', maker: null });
    await ask(month, sam);
    await close(month, jordan);
    expect(await stateOf(month)).to.include({ state: 'closed', maker: 'Sasha', checker: 'Jordan' });
  });

  it('waits until the month is over where the operator is', async () => {
    const month = `${String((year += 1))}-05` as Month;
    domain.itIsNow(`${month}-20T12:00:00Z`);
    await giveCredit(domain, someone());
    domain.itIsNow(`${month}-31T22:59:59Z`);
    expect(await outcomeOf(ask(month))).to.be.instanceOf(Conflict);

    domain.itIsNow(`${month}-31T23:00:00Z`);
    await ask(month);
    await close(month);

    expect(await stateOf(month)).to.include({ state: 'closed' });
  });

  it('goes month by month', async () => {
    const march = await aMonthThatIsOver();
    const april = march.replace('-03', '-04') as Month;
    await giveCredit(domain, someone());
    domain.itIsNow(`${april.replace('-04', '-05')}-01T09:00:00Z`);

    expect(await outcomeOf(ask(april))).to.be.instanceOf(Conflict);

    for (const month of [march, april]) {
      await ask(month);
      await close(month);
    }
    expect(await stateOf(april)).to.include({ state: 'closed' });
  });

  it('is for finance, and for months there are', async () => {
    const month = await aMonthThatIsOver();
    const moderator = await aModerator(domain.owner);

    expect(await outcomeOf(ask(month, moderator))).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(ask('2001-01' as Month))).to.be.instanceOf(NotFound);
    expect(await outcomeOf(close(month))).to.be.instanceOf(Conflict);
    expect(await outcomeOf(domain.perform(sam, (work) => sendBack(work, month)))).to.be.instanceOf(
      Conflict,
    );
    await ask(month);
    expect(await outcomeOf(ask(month))).to.be.instanceOf(Conflict);
    await close(month);
    expect(await outcomeOf(ask(month))).to.be.instanceOf(Conflict);
    expect(await outcomeOf(close(month))).to.be.instanceOf(Conflict);
  });

  it('lists what is carried over and what is in the way', async () => {
    const month = await aMonthThatIsOver();
    const place = { now: domain.now(), timeZone: 'Europe/London' };

    const checklist = await readChecklist(domain.db, month, place);

    expect(checklist).to.deep.include({ isOver: true, earlier: undefined, broken: [] });
    expect(checklist.unnumbered > 0n).to.equal(true);
    await ask(month);
    await close(month);
    expect((await readChecklist(domain.db, month, place)).unnumbered).to.equal(0n);
  });

  it('leaves files that neither late items nor an older history can change', async () => {
    const month = await aMonthThatIsOver();
    await ask(month);
    await close(month);
    const read = async () => [
      (await exportMonth(domain.db, { month, format: 'csv' })).manifest,
      (await exportMonth(domain.db, { month, format: 'trial-balance' })).manifest,
    ];
    const before = await read();

    domain.itIsNow('2015-02-20T12:00:00Z');
    await domain.owner.raw('select ledger_open_period(?, ?)', ['2015-02', domain.now()]);
    await postAs(domain, aHold(someone()));
    domain.itIsNow(`${month}-20T12:00:00Z`);
    await postAs(domain, aHold(someone()));
    await sealTransfers(domain.db);

    expect(await read()).to.deep.equal(before);
    expect(before[0]?.state).to.equal('closed');
  });
});
