import type { Knex } from 'knex';

/** How many are sealed in one transaction: a fraction of a second's work. */
const AT_ONCE = 20_000;

/**
 * Gives every committed transfer its number in the journal and its leaf in the tree, without gaps,
 * and says how many. Each block is a transaction of its own, so this takes no transaction. Whoever
 * calls it at the same time waits; a transfer that commits later is sealed later.
 */
export async function sealTransfers(db: Knex): Promise<bigint> {
  let sealed = 0n;
  for (;;) {
    const { rows } = await db.raw<{ rows: [{ given: bigint }] }>('select ledger_seal(?) as given', [
      AT_ONCE,
    ]);
    sealed += rows[0].given;
    if (rows[0].given < AT_ONCE) return sealed;
  }
}
