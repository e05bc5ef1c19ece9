import type { Knex } from 'knex';

import { stateOf } from '../../approvals/proposals.ts';
import type { Month } from '../../ledger/dates.ts';
import { stopClose } from '../../ledger/periods.ts';
import type { Perform, Work } from '../../work.ts';
import { findRequest } from './close-requests.ts';

/**
 * Lets every month that somebody asked to close, and that nobody approved within seven days, be
 * booked under again, and says how many it was. Safe to run at any time, twice, or by two.
 */
export async function dropExpiredCloses(db: Knex, perform: Perform): Promise<number> {
  const closing = await db('ledger_periods').where({ state: 'closing' }).orderBy('id').select('id');
  let dropped = 0;
  for (const { id } of closing) {
    if (await perform('system', (work) => dropIfExpired(work, id))) dropped += 1;
  }
  return dropped;
}

async function dropIfExpired(work: Work, month: Month): Promise<boolean> {
  const request = await findRequest(work.trx, month);
  if (!request || stateOf(request, work.at) !== 'expired') return false;
  if (!(await stopClose(work, month))) return false;
  await work.record('period sent back', { period: month });
  return true;
}
