import assert from 'node:assert/strict';

import type { Knex } from 'knex';

/** A guard taken out of the database, or a setting that gives a promise away. */
export type Sabotage = {
  name: string;
  settings?: Readonly<Record<string, string>>;
  apply?: (owner: Knex) => Promise<unknown>;
};

/** Each must be noticed by a campaign, or the campaign proves nothing. The first two are the short form. */
export const SABOTAGE: readonly Sabotage[] = [
  {
    name: 'no floor under a balance',
    apply: (owner) =>
      owner.raw('alter table ledger_balances drop constraint ledger_balances_never_below_zero'),
  },
  {
    name: 'what waits may be settled twice',
    apply: (owner) => owner.raw('drop index ledger_transfers_settle_once'),
  },
  {
    name: 'a balance is read without its lock',
    apply: rewrite(
      'ledger_post',
      'set amount_minor = amount_minor - p_amount',
      `set amount_minor = (select b.amount_minor from ledger_balances b
                            where b.account_id = d_id) - p_amount`,
    ),
  },
  {
    name: 'a key is not compared with what was posted',
    apply: rewrite(
      'ledger_post',
      `raise exception 'key % was used for another transfer', p_key using errcode = 'GL001';`,
      'null;',
    ),
  },
  {
    name: 'a seal without its fence',
    apply: rewrite('ledger_seal', 'if v_oldest >= s.candidate_xid then', 'if true then'),
  },
  {
    name: 'an answer before the commit is on disk',
    settings: { synchronous_commit: 'off', wal_writer_delay: '10s' },
  },
];

/** Changes one place of a function in the database; it has to fit exactly once. */
function rewrite(name: string, from: string, to: string) {
  return async (owner: Knex) => {
    const { rows } = await owner.raw<{ rows: [{ text: string }] }>(
      'select pg_get_functiondef(?::regproc) as text',
      [name],
    );
    const { text } = rows[0];
    assert.equal(text.split(from).length, 2, `${name} holds exactly once: ${from}`);
    await owner.raw(text.replace(from, () => to).replaceAll('?', '\\?'));
  };
}
