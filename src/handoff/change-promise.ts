import { actingAdmin } from '../members/acting-admin.ts';
import { Invalid } from '../refusals.ts';
import { refuseOutside, setTerms, type Change, type TermsOf } from '../terms.ts';
import type { Work } from '../work.ts';
import { readPromise } from './promise.ts';
import type { CasePromiseRow } from './rows.ts';

/** What we promise to whoever asks in private; minutes, and days of the week from Monday as 1. */
export type Promised = TermsOf<CasePromiseRow>;

/**
 * An admin promises something else to whoever writes from now on: what waits already is due when it
 * was promised. Conflict if somebody did since the promise was read.
 */
export async function changePromise(work: Work, values: Promised, change: Change): Promise<void> {
  actingAdmin(work);
  const { weekdays, ...numbers } = values;
  refuseOutside(numbers, BOUNDS);
  if (weekdays.length === 0) throw new Invalid({ weekdays: 'Choose the days.' });
  if (values.closes_minute <= values.opens_minute) {
    throw new Invalid({ closes_minute: 'The day has to end after it begins.' });
  }
  const now = await readPromise(work.trx);
  const version = await setTerms(work, {
    ...{ now, values, change },
    write: (row) =>
      work.trx('case_promises').insert(row).onConflict('version').ignore().returning('version'),
  });
  await work.record('case promise changed', { version, reason: change.reason });
}

const BOUNDS: Record<Exclude<keyof Promised, 'weekdays'>, readonly [number, number]> = {
  first_reply_minutes: [15, 20_000],
  later_reply_minutes: [15, 20_000],
  opens_minute: [0, 1_439],
  closes_minute: [1, 1_440],
  reopen_days: [1, 365],
};
