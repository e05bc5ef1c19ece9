import type { LedgerPeriodId } from './rows.ts';

/** A calendar month as finance means it, from midnight to midnight in the operator's zone. "2026-01". */
export type Month = LedgerPeriodId;

const SHAPE = /^\d{4}-(0[1-9]|1[0-2])$/;

export const parseMonth = (text: string) => (SHAPE.test(text) ? (text as Month) : undefined);

/** Whether a text is a date that there is, as YYYY-MM-DD, within 2000 to 2199. */
export function isDate(text: string): boolean {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The operator's calendar date at an instant, as YYYY-MM-DD. */
export const dateAt = (at: Date, timeZone: string) => dateFormat(timeZone).format(at);

/** The operator's calendar month at an instant. */
export const monthAt = (at: Date, timeZone: string) => dateAt(at, timeZone).slice(0, 7) as Month;

/** The instant at which a date such as 2026-03-29 begins in a zone, also where midnight is skipped. */
export function startOf(date: string, timeZone: string): Date {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`);
  const nearly = asIfUtc - offsetAt(asIfUtc, timeZone);
  const start = new Date(asIfUtc - offsetAt(nearly, timeZone));
  return dateAt(start, timeZone) < date ? new Date(nearly) : start;
}

/** The date after, as YYYY-MM-DD. */
export function dateAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The month after, or with a negative number before. */
export function monthAfter(month: Month, by = 1): Month {
  const [year = 0, index = 1] = month.split('-').map(Number);
  const there = new Date(Date.UTC(year, index - 1 + by, 1));
  return there.toISOString().slice(0, 7) as Month;
}

/** A month is over once it is no longer the month it is in the operator's zone. */
export const isOver = (month: Month, at: Date, timeZone: string) => month < monthAt(at, timeZone);

/**
 * Whether a month has been over for an hour on end: work begun before its end has been booked by
 * then. At an hour's distance alone it may be over twice, where clocks are put back across midnight.
 */
export const isOverForAnHour = (month: Month, at: Date, timeZone: string) =>
  Array.from({ length: 61 }, (_, minutes) => new Date(at.getTime() - minutes * 60_000)).every(
    (instant) => isOver(month, instant, timeZone),
  );

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const shown = new Date(instant).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - instant;
}

/** Making a format costs 50 µs, and there is one time zone: Intl keeps none of its own. */
const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
  formats.set(timeZone, format);
  return format;
}
