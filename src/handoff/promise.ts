import type { Knex } from 'knex';

import { found } from '../refusals.ts';
import type { Work } from '../work.ts';
import type { CasePromiseRow, CaseRow } from './rows.ts';
import { afterWorkingMinutes } from './working-hours.ts';

/** How soon we reply in private, and for how long a closed conversation can be opened again. */
export const readPromise = async (db: Knex): Promise<CasePromiseRow> =>
  found(await db('case_promises').orderBy('version', 'desc').first(), 'promise');

/** By when we reply to what begins to wait now: sooner the first time. */
export async function dueNow(
  work: Work,
  { first_replied_at }: Pick<CaseRow, 'first_replied_at'>,
): Promise<Date> {
  const promise = await readPromise(work.trx);
  const minutes =
    first_replied_at === null ? promise.first_reply_minutes : promise.later_reply_minutes;
  return afterWorkingMinutes(work.at, minutes, promise, work.operator.timeZone);
}
