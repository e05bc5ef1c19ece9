import type { Knex } from 'knex';

import type { Month } from '../ledger/dates.ts';
import type { LedgerAccountRow } from '../ledger/rows.ts';
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

/** What one account holds: on the debit side, or on the credit side, or nothing. */
export type AccountBalance = {
  account: string;
  gl_code: string;
  kind: LedgerAccountRow['kind'];
  currency: string;
  debit: bigint;
  credit: bigint;
};

/**
 * The state of the ledger as a file sees it: what is dated before a day, up to a number in the
 * journal. The journal only grows, so the same two always mean the same transfers.
 */
export type Bound = { before: string; throughSeq: bigint };

/**
 * The trial balance at the end of a month, by families of accounts in the order of the chart;
 * those that hold nothing are left out. Counts what has been posted up to now, numbered or not.
 */
export async function readTrialBalance(db: Knex, month: Month): Promise<TrialBalance> {
  return foldFamilies(await readPatterns(db, dayAfter(month), null));
}

/** The same as a file of `bound` has it. */
export const readTrialBalanceOf = async (db: Knex, { before, throughSeq }: Bound) =>
  foldFamilies(await readPatterns(db, before, throughSeq));

/** What each account ever moved holds, in the order of codes, a thousand at a time. */
export async function* accountBalances(db: Knex, bound: Bound): AsyncGenerator<AccountBalance[]> {
  let page = await readAccounts(db, bound, '');
  while (page.length > 0) {
    yield page.filter(({ moved }) => moved);
    page = await readAccounts(db, bound, page.at(-1)?.account ?? '');
  }
}

/** What accounts whose codes differ in the member alone hold together. */
export type PatternBalance = { pattern: string; accounts: bigint; debit: bigint; credit: bigint };

async function readPatterns(db: Knex, before: string, throughSeq: bigint | null) {
  const { rows } = await db.raw<{ rows: PatternBalance[] }>(
    `with sides as (
       select debit_account_id as account_id, amount_minor as net
         from ledger_transfers where effective_date < :before ${numberedOnly(throughSeq)}
       union all
       select credit_account_id, -amount_minor
         from ledger_transfers where effective_date < :before ${numberedOnly(throughSeq)}),
     nets as (select account_id, sum(net) as net from sides group by account_id)
     select regexp_replace(code, '^member:[0-9]+:', 'member:%:') as pattern, gl_code,
            count(*) as accounts,
            sum(greatest(net, 0))::bigint as debit, sum(greatest(-net, 0))::bigint as credit
       from nets join ledger_accounts on id = account_id
      where net <> 0
      group by 1, 2 order by gl_code, 1`,
    { before, throughSeq },
  );
  return rows;
}

const numberedOnly = (throughSeq: bigint | null) =>
  throughSeq === null
    ? ''
    : 'and id in (select transfer_id from ledger_journal where seq <= :throughSeq)';

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

const PAGE = 1_000;

/**
 * Members' accounts are added up by their indexes, which are partial: only guarded accounts keep
 * an amount after. The few operator accounts are added up by reading the transfers.
 */
async function readAccounts(db: Knex, { before, throughSeq }: Bound, after: string) {
  const { rows } = await db.raw<{ rows: (AccountBalance & { moved: boolean })[] }>(
    `select a.code as account, a.gl_code, a.kind, a.currency, m.moved,
            greatest(m.net, 0)::bigint as debit, greatest(-m.net, 0)::bigint as credit
       from (select * from ledger_accounts where code > :after order by code limit ${String(PAGE)}) a
      cross join lateral (
        select count(*) > 0 as moved, coalesce(sum(net), 0) as net
          from (select id, effective_date, amount_minor as net from ledger_transfers
                 where a.guarded and debit_account_id = a.id and debit_after is not null
                union all
                select id, effective_date, -amount_minor from ledger_transfers
                 where a.guarded and credit_account_id = a.id and credit_after is not null
                union all
                select id, effective_date, amount_minor from ledger_transfers
                 where not a.guarded and debit_account_id = a.id
                union all
                select id, effective_date, -amount_minor from ledger_transfers
                 where not a.guarded and credit_account_id = a.id) as sides
          join ledger_journal j on j.transfer_id = sides.id
         where sides.effective_date < :before and j.seq <= :throughSeq) as m
      order by a.code`,
    { before, throughSeq, after },
  );
  return rows;
}
