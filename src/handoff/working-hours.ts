import assert from 'node:assert/strict';

/** When our people reply: minutes after midnight where the operator is, and weekdays from 1, Monday. */
export type WorkingHours = {
  opens_minute: number;
  closes_minute: number;
  weekdays: readonly number[];
};

/** The instant at which so many working minutes have passed; `timeZone` is an IANA name. */
export function afterWorkingMinutes(
  from: Date,
  minutes: number,
  hours: WorkingHours,
  timeZone: string,
): Date {
  const clock = localClock(timeZone);
  const first = clock.dayOf(from);
  let left = minutes * MINUTE;
  for (let day = first; day < first + 400 * DAY; day += DAY) {
    if (!hours.weekdays.includes(new Date(day).getUTCDay() || 7)) continue;
    const opens = clock.instantAt(day + hours.opens_minute * MINUTE);
    const closes = clock.instantAt(day + hours.closes_minute * MINUTE);
    const begins = Math.max(from.getTime(), opens);
    const open = Math.max(0, closes - begins);
    if (left <= open) return new Date(begins + left);
    left -= open;
  }
  assert.fail('every week has a working day, and no promise is for a year');
}

/** Milliseconds. */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What clocks show somewhere, as if they showed UTC. */
function localClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', era: 'short' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const shown = (instant: number) => {
    const parts = format.formatToParts(Math.trunc(instant / 1000) * 1000);
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
    return Date.UTC(
      ...([part('year'), part('month') - 1, part('day')] as const),
      ...([part('hour'), part('minute'), part('second')] as const),
    );
  };
  const ahead = (instant: number) => shown(instant) - Math.trunc(instant / 1000) * 1000;
  return {
    dayOf: (instant: Date) => Math.floor(shown(instant.getTime()) / DAY) * DAY,
    /** The offset is asked twice, for clocks may change between the first guess and the instant. */
    instantAt: (local: number) => local - ahead(local - ahead(local)),
  };
}
