import type { Knex } from 'knex';

/**
 * What finance looks for among millions by its kind is what is rare; holds and releases are found
 * by reading backwards, and posting them writes no more than it did.
 */
export const up = (db: Knex) =>
  db.raw(`
    create index ledger_transfers_of_rare_event on ledger_transfers (event, id)
      where event not in ('reward.hold', 'reward.release')
  `);

export const down = (db: Knex) => db.raw('drop index ledger_transfers_of_rare_event');
