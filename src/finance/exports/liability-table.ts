import type { Knex } from 'knex';

import { dayBefore } from '../months.ts';
import { amount, type Cell } from './cells.ts';
import type { Extent } from './manifest.ts';
import type { Pages, Table } from './table.ts';

/** How old what is owed is, in days; the last without an end. */
const AGES = ['0-30', '31-60', '61-90', '91-180', '181-365', 'over 365'] as const;
const FIRST_DAYS = [0, 31, 61, 91, 181, 366] as const;

/**
 * What members hold at the end of a day, by how long they have held it. What is spendable is used
 * first in, first out; what waits for a check or is on its way is as old as what it waits for.
 */
export const liabilityTable: Table = {
  columns: ['member', 'holding', 'currency', ...AGES, 'total'],
  pages: async function* (db, extent): Pages {
    const sums = new Map<string, bigint[]>(HOLDINGS.map((holding) => [holding, NONE]));
    let rows = 0;
    for await (const page of heldByAge(db, extent)) {
      const holding = page.filter(({ ages }) => sumOf(ages) !== 0n);
      for (const { bucket, ages } of holding) sums.set(bucket, add(sums.get(bucket) ?? NONE, ages));
      rows += holding.length;
      yield holding.map((held) => rowOf(held));
    }
    const { currency } = extent;
    for (const [bucket, ages] of sums) yield [rowOf({ member: 'total', bucket, ages, currency })];
    const all = [...sums.values()].reduce(add, NONE);
    yield [rowOf({ member: 'total', bucket: 'all', ages: all, currency })];
    return { rows, debit: extent.amount, credit: extent.amount, liability: sumOf(all) };
  },
};

const HOLDINGS = ['available', 'pending', 'in-transit'];
const NONE = AGES.map(() => 0n);

const sumOf = (ages: bigint[]) => ages.reduce((sum, one) => sum + one, 0n);
const add = (one: bigint[], other: bigint[]) =>
  one.map((minor, index) => minor + (other[index] ?? 0n));

type Held = { member: string; bucket: string; currency: string | null; ages: bigint[] };

const rowOf = ({ member, bucket, currency, ages }: Held): Cell[] => [
  ...[member, bucket, currency, ...ages.map(amount), amount(sumOf(ages))],
];

const PAGE = 1_000;

async function* heldByAge(db: Knex, extent: Extent): AsyncGenerator<Held[]> {
  let page = await readPage(db, extent, '');
  while (page.length > 0) {
    yield page;
    page = await readPage(db, extent, page.at(-1)?.account ?? '');
  }
}

const SUMS_BY_AGE = FIRST_DAYS.map((first, index) => {
  const next = FIRST_DAYS[index + 1];
  const upTo = next === undefined ? '' : ` and age < ${String(next)}`;
  return `coalesce(sum(rest) filter (where age >= ${String(first)}${upTo}), 0)::bigint`;
}).join(', ');

/** The newest credits of an account are what is left of it; a settled hold leaves nothing. */
async function readPage(db: Knex, extent: Extent, after: string) {
  const { before, throughSeq } = extent;
  const { rows } = await db.raw<{ rows: (Held & { account: string })[] }>(
    `select a.code as account, split_part(a.code, ':', 2) as member,
            split_part(a.code, ':', 3) as bucket, a.currency, aged.ages
       from (select * from ledger_accounts where code > :after and guarded
              order by code limit ${String(PAGE)}) a
      cross join lateral (
        select coalesce(sum(d.amount_minor), 0) as used
          from ledger_transfers d join ledger_journal j on j.transfer_id = d.id
         where d.debit_account_id = a.id and d.debit_after is not null
           and d.effective_date < :before and j.seq <= :throughSeq) as spent
      cross join lateral (
        select array[${SUMS_BY_AGE}] as ages
          from (select :asOf::date - effective_date as age,
                       case when a.code like '%:available'
                            then least(amount_minor, greatest(earlier - spent.used, 0))
                            when settled then 0 else amount_minor end as rest
                  from (${CREDITS}) as credits) as aged) as aged
      order by a.code`,
    { before, throughSeq, after, asOf: dayBefore(before) },
  );
  return rows;
}

/** `earlier` is what had come in up to and with a credit. */
const CREDITS = `
  select t.amount_minor, t.effective_date,
         sum(t.amount_minor) over (order by t.effective_date, j.seq) as earlier,
         t.pending and exists (
           select from ledger_transfers s join ledger_journal sj on sj.transfer_id = s.id
            where s.settles = t.id and s.effective_date < :before
              and sj.seq <= :throughSeq) as settled
    from ledger_transfers t join ledger_journal j on j.transfer_id = t.id
   where t.credit_account_id = a.id and t.credit_after is not null
     and t.effective_date < :before and j.seq <= :throughSeq`;
