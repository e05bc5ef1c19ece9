import { expect } from 'chai';

import { readChecklist } from '#src/finance/closing/close-checklist.ts';
import { askToClose } from '#src/finance/closing/ask-to-close.ts';
import { closePeriod, sendBack, takeBack } from '#src/finance/closing/close-period.ts';
import { readRequests } from '#src/finance/closing/close-requests.ts';
import { dropExpiredCloses } from '#src/finance/closing/drop-expired-closes.ts';
import { exportMonth } from '#src/finance/exports/export.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { readPeriods } from '#src/finance/closing/periods.ts';
import type { Month } from '#src/ledger/dates.ts';
import { beginClose, endClose, raiseFence } from '#src/ledger/periods.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, NotAllowed, NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aModerator } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { giveCredit, codeOf, postAs, aHold, someone } from '../../ledger/orders.ts';

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

  it('waits until the month has been over for an hour where the operator is', async () => {
    const month = `${String((year += 1))}-05` as Month;
    domain.itIsNow(`${month}-20T12:00:00Z`);
    await giveCredit(domain, someone());
    domain.itIsNow(`${month}-31T23:59:59.999Z`);
    expect(await outcomeOf(ask(month))).to.be.instanceOf(Conflict);
    const behind = domain.perform(jordan, (work) => beginClose(work, month));
    expect(await codeOf(behind)).to.equal('GL010');

    domain.itIsNow(`${month.replace('-05', '-06')}-01T00:00:00.000Z`);
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

  it('is a proposal, with the checklist as it stood for evidence', async () => {
    const month = await aMonthThatIsOver();

    await domain.perform(jordan, (work) => askToClose(work, month, 'As agreed on Monday.'));

    const [request] = await readRequests(domain.db, month);
    expect(request).to.include({ kind: 'period-close', maker: 'Jordan', decision: null });
    expect(request?.reason).to.equal(`Close the books of ${month}. As agreed on Monday.`);
    expect(request?.evidence).to.match(
      /Entries balance[\s\S]*Debits £[\s\S]*Carried over: rewards being checked none/,
    );
    await close(month);
    expect((await readRequests(domain.db, month))[0]).to.include({
      ...{ decision: 'approved', checker: 'Sasha' },
    });
  });

  it('keeps what the checker says, and lets only the maker take a request back', async () => {
    const month = await aMonthThatIsOver();
    await ask(month);
    const theft = domain.perform(sam, (work) => takeBack(work, month));
    expect(await outcomeOf(theft)).to.be.instanceOf(NotAllowed);

    await domain.perform(sam, (work) => sendBack(work, month, 'The billing file is missing.'));
    await ask(month);
    await domain.perform(jordan, (work) => takeBack(work, month));
    await ask(month);
    await close(month);

    const requests = await readRequests(domain.db, month);
    expect(requests.map(({ decision, note }) => [decision, note])).to.deep.equal([
      ['declined', 'The billing file is missing.'],
      ['withdrawn', ''],
      ['approved', ''],
    ]);
  });

  describe('that nobody approves within seven days', () => {
    const anExpiredRequest = async () => {
      const month = await aMonthThatIsOver();
      await ask(month);
      domain.itIsNow(new Date(domain.now().getTime() + 7 * 86_400_000));
      return month;
    };

    it('is not approved any more, nor closed by the database', async () => {
      const month = await anExpiredRequest();

      expect(await outcomeOf(close(month))).to.be.instanceOf(Conflict);
      const fence = await raiseFence(domain.db);
      await sealTransfers(domain.db);
      if (!fence) throw new Error('nothing was in the way');
      const behind = domain.perform(sam, (work) => endClose(work, month, fence));
      expect(await codeOf(behind)).to.equal('ledger_periods_closed_in_time');
      expect(await stateOf(month)).to.include({ state: 'closing' });
      await ask(month);
      await close(month);
    });

    it('stays open by itself, once, and can be asked for again', async () => {
      const month = await anExpiredRequest();
      domain.itIsNow(new Date(domain.now().getTime() - 1));
      expect(await dropExpiredCloses(domain.db, domain.perform)).to.equal(0);
      domain.itIsNow(new Date(domain.now().getTime() + 1));

      expect(await dropExpiredCloses(domain.db, domain.perform)).to.equal(1);
      expect(await dropExpiredCloses(domain.db, domain.perform)).to.equal(0);

      expect(await stateOf(month)).to.include({ state: 'open', maker: null });
      await ask(month, sam);
      await close(month, jordan);
      expect(await stateOf(month)).to.include({ state: 'closed', maker: 'Sasha' });
    });

    it('can be asked for again before anybody let it go', async () => {
      const month = await anExpiredRequest();

      await ask(month, sam);

      expect(await stateOf(month)).to.include({ state: 'closing', maker: 'Sasha' });
      await close(month, jordan);
    });
  });

  it('is done once when ten approve at the same moment', async () => {
    const month = await aMonthThatIsOver();
    await ask(month);
    const checkers: MemberRow[] = [];
    for (let count = 0; count < 10; count += 1) checkers.push(await aFinancePerson(domain.owner));

    const outcomes = await Promise.all(checkers.map((who) => outcomeOf(close(month, who))));

    expect(outcomes.filter((outcome) => outcome === undefined)).to.have.length(1);
    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(9);
  });

  it('is asked for once when ten ask at the same moment', async () => {
    const month = await aMonthThatIsOver();

    const asked = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(ask(month))));

    expect(asked.filter((outcome) => outcome === undefined)).to.have.length(1);
    expect(await readRequests(domain.db, month)).to.have.length(1);
    await close(month);
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

    expect(checklist).to.deep.include({ isOver: true, isDue: true, earlier: undefined });
    expect(checklist.totals.debit).to.equal(checklist.totals.credit);
    expect(checklist.unsealed > 0n).to.equal(true);
    await ask(month);
    await close(month);
    expect((await readChecklist(domain.db, month, place)).unsealed).to.equal(0n);
  });

  describe('once it is done', () => {
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
});
