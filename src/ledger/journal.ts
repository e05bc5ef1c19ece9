import { setTimeout as wait } from 'node:timers/promises';

import type { Knex } from 'knex';

/**
 * Gives every committed transfer its number in the journal, without gaps, and says how many it
 * gave. Whoever calls it at the same time waits; a transfer that commits later is numbered later.
 */
export async function numberTransfers(db: Knex): Promise<bigint> {
  const { rows } = await db.raw<{ rows: [{ given: bigint }] }>(
    'select ledger_number_transfers() as given',
  );
  return rows[0].given;
}

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

async function someWait(db: Knex): Promise<boolean> {
  const { rows } = await db.raw<{ rows: [{ waits: boolean }] }>(
    `select exists (
       select from ledger_transfers t
        where not exists (select from ledger_journal j where j.transfer_id = t.id)) as waits`,
  );
  return rows[0].waits;
}
