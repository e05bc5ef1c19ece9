import { expect } from 'chai';

import { isOverForAnHour, monthAt, startOf, type Month } from '#src/ledger/dates.ts';
import { post } from '#src/ledger/transfers.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { performer } from '#src/work.ts';
import { aDomain, operator } from '#test/support/domain.ts';
import { aHold, someone, transferOf } from './orders.ts';

const at = (instant: string) => new Date(instant);
const MILLISECOND = 1;
const HOUR = 3_600_000;

/** The first instant of a month in a zone, with what is odd about it. */
const EDGES: [string, Month, string, string][] = [
  ['clocks went forward two days before', '2026-04' as Month, 'Europe/London', '2026-03-31T23:00Z'],
  ['summer time', '2026-06' as Month, 'Europe/London', '2026-05-31T23:00Z'],
  ['clocks went back a week before', '2026-11' as Month, 'Europe/London', '2026-11-01T00:00Z'],
  ['half an hour off', '2026-04' as Month, 'America/St_Johns', '2026-04-01T02:30Z'],
  ['ahead of UTC by a day', '2026-02' as Month, 'Pacific/Kiritimati', '2026-01-31T10:00Z'],
  ['a midnight that is skipped', '2017-10' as Month, 'America/Asuncion', '2017-10-01T04:00Z'],
  ['a midnight that comes twice', '2020-11' as Month, 'America/Havana', '2020-11-01T04:00Z'],
];

describe('The operator’s calendar', () => {
  const domain = aDomain();

  const askDatabase = async (month: Month, instant: Date, zone: string) => {
    const { rows } = await domain.owner.raw<{ rows: [{ over: boolean }] }>(
      'select ledger_over_for_an_hour(?, ?, ?) as over',
      [month, instant, zone],
    );
    return rows[0].over;
  };

  for (const [oddity, month, zone, instant] of EDGES) {
    const begins = at(instant);
    const before = new Date(begins.getTime() - MILLISECOND);
    const previous = monthAt(new Date(begins.getTime() - 12 * HOUR), zone);

    it(`begins a month to the millisecond: ${zone}, ${oddity}`, () => {
      expect(monthAt(before, zone)).to.equal(previous);
      expect(monthAt(begins, zone)).to.equal(month);
      expect(startOf(`${month}-01`, zone)).to.deep.equal(begins);
    });

    it(`books to the millisecond: ${zone}, ${oddity}`, async () => {
      for (const [instant, booked] of [
        [before, previous],
        [begins, month],
      ] as const) {
        const there = { ...operator, timeZone: zone };
        const perform = performer({
          db: domain.db,
          reactions,
          operator: there,
          now: () => instant,
        });
        const order = aHold(someone());

        await perform('system', (work) => post(work, order));

        const { effective_date } = await transferOf(domain.db, order.key);
        expect(effective_date.slice(0, 7)).to.equal(booked);
      }
    });

    it(`grants an hour, to the millisecond: ${zone}, ${oddity}`, async () => {
      const early = new Date(before.getTime() + HOUR);
      const due = new Date(begins.getTime() + HOUR);

      expect(isOverForAnHour(previous, early, zone)).to.equal(false);
      expect(isOverForAnHour(previous, due, zone)).to.equal(true);
      expect(await askDatabase(previous, early, zone)).to.equal(false);
      expect(await askDatabase(previous, due, zone)).to.equal(true);
    });
  }

  it('does not take a month for over that comes back when clocks are put back', async () => {
    const zone = 'America/St_Johns';
    const october = '2009-10' as Month;
    expect(monthAt(at('2009-11-01T02:30:30Z'), zone)).to.equal('2009-11');
    expect(monthAt(at('2009-11-01T02:31:00Z'), zone)).to.equal(october);

    for (const early of ['2009-11-01T03:30:00Z', '2009-11-01T04:29:59.999Z']) {
      expect(isOverForAnHour(october, at(early), zone), early).to.equal(false);
      expect(await askDatabase(october, at(early), zone), early).to.equal(false);
    }
    expect(isOverForAnHour(october, at('2009-11-01T04:30:00Z'), zone)).to.equal(true);
    expect(await askDatabase(october, at('2009-11-01T04:30:00Z'), zone)).to.equal(true);
  });
});
