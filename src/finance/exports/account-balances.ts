import type { Knex } from 'knex';

import type { LedgerAccountRow } from '../../ledger/rows.ts';

/** What one account holds: on the debit side, or on the credit side, or nothing. */
export type AccountBalance = {
  account: string;
  /** Of the chart of accounts, before any mapping. */
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
 * What each account ever moved holds, in the order of codes, a thousand at a time. The few
 * accounts of the operator are added up in one reading of the transfers, members' by their indexes.
 */
export async function* accountBalances(db: Knex, bound: Bound): AsyncGenerator<AccountBalance[]> {
  let own = await readOwn(db, bound);
  let page = await readGuarded(db, bound, '');
  while (page.length > 0) {
    const last = page.at(-1)?.account ?? '';
    const earlier = own.filter(({ account }) => account < last);
    own = own.slice(earlier.length);
    yield [...page.filter(({ moved }) => moved), ...earlier].sort(byCode);
    page = await readGuarded(db, bound, last);
  }
  if (own.length > 0) yield own;
}

const byCode = (one: AccountBalance, other: AccountBalance) =>
  one.account < other.account ? -1 : 1;

const PAGE = 1_000;

async function readOwn(db: Knex, { before, throughSeq }: Bound): Promise<AccountBalance[]> {
  const { rows } = await db.raw<{ rows: AccountBalance[] }>(
    `with numbered as (
       select debit_account_id, credit_account_id, amount_minor, debit_after, credit_after
         from ledger_transfers t join ledger_journal j on j.transfer_id = t.id
        where t.effective_date < :before and j.seq <= :throughSeq
          and (t.debit_after is null or t.credit_after is null)),
     nets as (
       select account_id, sum(net) as net
         from (select debit_account_id as account_id, sum(amount_minor) as net
                 from numbered where debit_after is null group by 1
                union all
               select credit_account_id, -sum(amount_minor)
                 from numbered where credit_after is null group by 1) as sides
        group by account_id)
     select a.code as account, a.gl_code, a.kind, a.currency,
            greatest(net, 0)::bigint as debit, greatest(-net, 0)::bigint as credit
       from nets join ledger_accounts a on a.id = account_id
      order by a.code`,
    { before, throughSeq },
  );
  return rows;
}

/** Only guarded accounts keep an amount after, which is what their indexes are of. */
async function readGuarded(db: Knex, { before, throughSeq }: Bound, after: string) {
  const { rows } = await db.raw<{ rows: (AccountBalance & { moved: boolean })[] }>(
    `select a.code as account, a.gl_code, a.kind, a.currency, m.moved,
            greatest(m.net, 0)::bigint as debit, greatest(-m.net, 0)::bigint as credit
       from (select * from ledger_accounts where code > :after and guarded
              order by code limit ${String(PAGE)}) a
      cross join lateral (
        select count(*) > 0 as moved, coalesce(sum(net), 0) as net
          from (select id, effective_date, amount_minor as net from ledger_transfers
                 where debit_account_id = a.id and debit_after is not null
                union all
                select id, effective_date, -amount_minor from ledger_transfers
                 where credit_account_id = a.id and credit_after is not null) as sides
          join ledger_journal j on j.transfer_id = sides.id
         where sides.effective_date < :before and j.seq <= :throughSeq) as m
      order by a.code`,
    { before, throughSeq, after },
  );
  return rows;
}
