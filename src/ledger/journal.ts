import { setTimeout as wait } from 'node:timers/promises';

import type { Knex } from 'knex';

/**
 * Waits until every transfer that is committed has its number, which a worker gives within
 * seconds: for whoever reads the journal and may change nothing. Gives up after `tries` × 50 ms.
 */
export async function awaitNumbers(db: Knex, tries = 80): Promise<void> {
  for (let count = 0; count < tries; count += 1) {
    if (!(await someWait(db))) return;
    await wait(50);
  }
}

/** Asked in two steps, so that the planner knows how few transfers are above the mark. */
async function someWait(db: Knex): Promise<boolean> {
  const sealer = await db('ledger_sealer').first('low_id');
  const { rows } = await db.raw<{ rows: [{ waits: boolean }] }>(
    `select exists (
       select from ledger_transfers t
        where t.id > :low
          and not exists (select from ledger_journal j where j.transfer_id = t.id)) as waits`,
    { low: sealer?.low_id ?? 0n },
  );
  return rows[0].waits;
}
