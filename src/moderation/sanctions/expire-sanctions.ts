import type { Knex } from 'knex';

import type { Perform } from '../../work.ts';
import type { SanctionId } from '../rows.ts';
import { endSanction, holdSanction } from './end-sanction.ts';

/**
 * Writes down what has run out by the clock, so that its member is told and what they had earned
 * before is no longer kept, each in a unit of work of its own. Nothing waits for it but that.
 * Says how many it was. Safe to run at any time, twice, or by two.
 */
export async function expireSanctions(db: Knex, perform: Perform, now: Date): Promise<number> {
  const { rows } = await db.raw<{ rows: { id: SanctionId }[] }>(
    `select s.id from sanctions s
      where s.until <= ? and not exists (select from sanction_ends e where e.sanction_id = s.id)
      order by s.until, s.id`,
    [now],
  );
  let expired = 0;
  for (const { id } of rows) if (await expireIfDue(perform, id)) expired += 1;
  return expired;
}

const expireIfDue = (perform: Perform, id: SanctionId): Promise<boolean> =>
  perform('system', async (work) => {
    const { sanction } = await holdSanction(work, id);
    const isDue = sanction.end === null && sanction.until !== null && sanction.until <= work.at;
    if (isDue) await endSanction(work, sanction, { how: 'expired', ended_by: null, because: '' });
    return isDue;
  });
