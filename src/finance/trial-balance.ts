import type { Knex } from 'knex';

import type { Month } from '../ledger/dates.ts';
import { familyOf, type Family } from './accounts.ts';
import { dayAfter } from './months.ts';

/** What accounts of one kind hold at the end of a month, in minor units. */
export type FamilyBalance = {
  family: Family;
  accounts: bigint;
  debit: bigint;
  credit: bigint;
};

export type TrialBalance = {
  rows: FamilyBalance[];
  /** Accounts that hold something. */
  accounts: bigint;
  debit: bigint;
  credit: bigint;
};

/**
 * The trial balance at the end of a month, by families of accounts in the order of the chart;
 * those that hold nothing are left out. Counts what has been posted up to now, numbered or not.
 */
export async function readTrialBalance(db: Knex, month: Month): Promise<TrialBalance> {
  return foldFamilies(await readPatterns(db, dayAfter(month)));
}

/** What accounts whose codes differ in the member alone hold together. */
export type PatternBalance = { pattern: string; accounts: bigint; debit: bigint; credit: bigint };

async function readPatterns(db: Knex, before: string) {
  const { rows } = await db.raw<{ rows: PatternBalance[] }>(
    `with sides as (
       select debit_account_id as account_id, amount_minor as net
         from ledger_transfers where effective_date < :before
       union all
       select credit_account_id, -amount_minor
         from ledger_transfers where effective_date < :before),
     nets as (select account_id, sum(net) as net from sides group by account_id)
     select regexp_replace(code, '^member:[0-9]+:', 'member:%:') as pattern, gl_code,
            count(*) as accounts,
            sum(greatest(net, 0))::bigint as debit, sum(greatest(-net, 0))::bigint as credit
       from nets join ledger_accounts on id = account_id
      where net <> 0
      group by 1, 2 order by gl_code, 1`,
    { before },
  );
  return rows;
}

/** Sums by the families of the chart, in the order that the patterns come in. */
export function foldFamilies(patterns: PatternBalance[]): TrialBalance {
  const families = new Map<string, FamilyBalance>();
  for (const { pattern, accounts, debit, credit } of patterns) {
    const family = familyOf(pattern);
    const before = families.get(family.id) ?? { accounts: 0n, debit: 0n, credit: 0n };
    families.set(family.id, { family, ...add(before, { accounts, debit, credit }) });
  }
  const rows = [...families.values()];
  return { rows, ...rows.reduce(add, { accounts: 0n, debit: 0n, credit: 0n }) };
}

type Sums = { accounts: bigint; debit: bigint; credit: bigint };

const add = (a: Sums, b: Sums): Sums => ({
  accounts: a.accounts + b.accounts,
  debit: a.debit + b.debit,
  credit: a.credit + b.credit,
});
