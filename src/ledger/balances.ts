import type { Knex } from 'knex';

import { memberAccount } from './accounts.ts';

/** What a member holds, in minor units, as of the statement's snapshot. */
export type Holdings = { pending: bigint; available: bigint; inTransit: bigint };

/** A member's three balances: one indexed query; zero where an account was never used. */
export async function readHoldings(db: Knex, memberId: number): Promise<Holdings> {
  const buckets = ['pending', 'available', 'in-transit'] as const;
  const { rows } = await db.raw<{ rows: { code: string; amount_minor: bigint }[] }>(
    `select code, amount_minor from ledger_accounts
       join ledger_balances on account_id = id
      where code = any(?)`,
    [buckets.map((bucket) => memberAccount(memberId, bucket))],
  );
  const held = new Map(rows.map(({ code, amount_minor }) => [code, amount_minor]));
  const [pending, available, inTransit] = buckets.map(
    (bucket) => held.get(memberAccount(memberId, bucket)) ?? 0n,
  );
  return { pending: pending ?? 0n, available: available ?? 0n, inTransit: inTransit ?? 0n };
}

/**
 * What any account holds, credits less debits, added up from its transfers: for operator accounts,
 * which keep no balance row, and to check the rows of those that do.
 */
export async function deriveBalance(db: Knex, code: string): Promise<bigint> {
  const { rows } = await db.raw<{ rows: [{ balance: bigint }] }>(
    `select coalesce(sum(case when t.credit_account_id = a.id then t.amount_minor
                              else -t.amount_minor end), 0)::bigint as balance
       from ledger_accounts a
       join ledger_transfers t on a.id in (t.debit_account_id, t.credit_account_id)
      where a.code = ?`,
    [code],
  );
  return rows[0].balance;
}
