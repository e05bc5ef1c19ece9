import type { CasePromiseRow } from '../../handoff/rows.ts';

/** What private cases are for and how soon we reply, for whoever is about to ask. */
export function promiseWords(promise: CasePromiseRow): string {
  const { first_reply_minutes, opens_minute, closes_minute, weekdays } = promise;
  const days = weekdays.length === 7 ? '' : ', on working days';
  const hours = `${clock(opens_minute)} to ${clock(closes_minute)}${days}`;
  return `For bills, payments or anything personal. We reply within ${span(first_reply_minutes)}, ${hours}.`;
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;

function span(minutes: number): string {
  if (minutes % 60 !== 0) return `${String(minutes)} minutes`;
  return minutes === 60 ? 'an hour' : `${String(minutes / 60)} hours`;
}
