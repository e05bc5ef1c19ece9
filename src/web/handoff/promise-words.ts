import type { CasePromiseRow } from '../../handoff/rows.ts';
import { clockOf } from '../terms/term-fields.ts';

/** What private cases are for and how soon we reply, for whoever is about to ask. */
export function promiseWords(promise: CasePromiseRow): string {
  const { first_reply_minutes, opens_minute, closes_minute, weekdays } = promise;
  const days = weekdays.length === 7 ? '' : ', on working days';
  const hours = `${clockOf(opens_minute)} to ${clockOf(closes_minute)}${days}`;
  return `For bills, payments or anything personal. We reply within ${span(first_reply_minutes)}, ${hours}.`;
}

function span(minutes: number): string {
  if (minutes % 60 !== 0) return `${String(minutes)} minutes`;
  return minutes === 60 ? 'an hour' : `${String(minutes / 60)} hours`;
}
