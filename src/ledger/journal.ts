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
