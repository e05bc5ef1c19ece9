import { expect } from 'chai';

import { afterWorkingMinutes } from '#src/handoff/working-hours.ts';

const EVERY_DAY = { opens_minute: 480, closes_minute: 1200, weekdays: [1, 2, 3, 4, 5, 6, 7] };
const WEEKDAYS = { ...EVERY_DAY, weekdays: [1, 2, 3, 4, 5] };

const due = (from: string, minutes: number, hours = EVERY_DAY, zone = 'Europe/London') =>
  afterWorkingMinutes(new Date(from), minutes, hours, zone).toISOString();

describe('Working minutes', () => {
  const cases: [string, string, string][] = [
    ['pass within a day', due('2026-01-15T12:00:00Z', 240), '2026-01-15T16:00:00.000Z'],
    ['may end as the day ends', due('2026-01-15T16:00:00Z', 240), '2026-01-15T20:00:00.000Z'],
    ['go on the next day', due('2026-01-15T18:30:00Z', 240), '2026-01-16T10:30:00.000Z'],
    ['begin when the day does', due('2026-01-15T03:00:00Z', 30), '2026-01-15T08:30:00.000Z'],
    ['begin the next day after hours', due('2026-01-15T22:00:00Z', 30), '2026-01-16T08:30:00.000Z'],
    [
      'leave out the days off',
      due('2026-01-16T19:00:00Z', 120, WEEKDAYS),
      '2026-01-19T09:00:00.000Z',
    ],
    ['count where the operator is', due('2026-07-15T12:00:00Z', 480), '2026-07-16T08:00:00.000Z'],
    [
      'survive the night in which clocks go forward',
      due('2026-03-28T19:00:00Z', 120),
      '2026-03-29T08:00:00.000Z',
    ],
    [
      'survive the night in which clocks go back',
      due('2026-10-24T18:00:00Z', 120),
      '2026-10-25T09:00:00.000Z',
    ],
    [
      'count far from Greenwich',
      due('2026-01-15T12:00:00Z', 60, EVERY_DAY, 'Pacific/Auckland'),
      '2026-01-15T20:00:00.000Z',
    ],
  ];
  for (const [what, is, expected] of cases) {
    it(what, () => {
      expect(is).to.equal(expected);
    });
  }
});
