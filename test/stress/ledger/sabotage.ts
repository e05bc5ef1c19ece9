import type { Knex } from 'knex';

/** A guard taken out of the database, or a setting that gives a promise away. */
export type Sabotage = {
  name: string;
  settings?: Readonly<Record<string, string>>;
  apply?: (owner: Knex) => Promise<unknown>;
};

/** Each must be noticed by a campaign, or the campaign proves nothing. */
export const SABOTAGE: readonly Sabotage[] = [
  {
    name: 'no floor under a balance',
    apply: (owner) =>
      owner.raw('alter table ledger_balances drop constraint ledger_balances_never_below_zero'),
  },
  {
    name: 'what waits may be settled twice',
    apply: (owner) =>
      owner.raw('alter table ledger_transfers drop constraint ledger_transfers_settle_once'),
  },
  {
    name: 'an answer before the commit is on disk',
    settings: { synchronous_commit: 'off', wal_writer_delay: '10s' },
  },
];
