import type { AppealableDecision } from './decisions.ts';

/** For how many calendar months, in the operator's zone, a decision can be appealed against. */
export const MONTHS = 6;

/**
 * The last day, as YYYY-MM-DD in the operator's calendar, on which a decision made on another can
 * be appealed against: the same day six months later, or the last of that month where it is shorter.
 */
export function lastDayFor(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + MONTHS + 1, 0));
  const same = new Date(
    Date.UTC(year, month - 1 + MONTHS, Math.min(date, lastOfMonth.getUTCDate())),
  );
  return same.toISOString().slice(0, 10);
}

/** Whether a decision can still be appealed against at an instant. */
export const isInTime = (
  { decided_at }: Pick<AppealableDecision, 'decided_at'>,
  at: Date,
  timeZone: string,
): boolean => dayIn(timeZone)(at) <= lastDayFor(dayIn(timeZone)(decided_at));

/** The last day for a decision made at an instant. */
export const deadlineOf = (decidedAt: Date, timeZone: string): string =>
  lastDayFor(dayIn(timeZone)(decidedAt));

const dayIn = (timeZone: string) => (at: Date) =>
  new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
  }).format(at);
