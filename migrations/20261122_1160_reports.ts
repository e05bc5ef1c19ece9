import type { Knex } from 'knex';

/**
 * What finance looks entries up by: the other legs of an event, and the business record where it is
 * no acceptance, whose entries are found by their keys. Both are partial, so that a reward, which is
 * neither, costs nothing more to post.
 */
export const up = (db: Knex) =>
  db.raw(`
    create index ledger_transfers_of_journal on ledger_transfers (journal) where journal <> id;
    create index ledger_transfers_of_ref on ledger_transfers (ref)
      where ref not like 'acceptance:%';
  `);

export const down = (db: Knex) =>
  db.raw('drop index ledger_transfers_of_ref, ledger_transfers_of_journal');
