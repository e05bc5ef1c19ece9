import type { Knex } from 'knex';

/** What members' balances came to at the end of a day, in minor units. */
export type OwedDay = { day: string; owed: bigint };

/**
 * So many days up to and with the last, from what members' balances came to at its end back through
 * what was booked under each day: the days' entries are read, and no others.
 */
export async function readOwedByDay(
  db: Knex,
  { last, count, owed }: { last: string; count: number; owed: bigint },
): Promise<OwedDay[]> {
  const { rows } = await db.raw<{ rows: { day: string; change: bigint }[] }>(
    `select to_char(day, 'YYYY-MM-DD') as day, coalesce(change, 0)::bigint as change
       from generate_series(:last::date - (:count::int - 1), :last::date, interval '1 day') as day
       left join (
         select effective_date, sum(change) as change
           from (select effective_date, credit_account_id as account_id, amount_minor as change
                   from ledger_transfers
                  where effective_date > :last::date - :count::int and effective_date <= :last
                    and credit_after is not null
                 union all
                 select effective_date, debit_account_id, -amount_minor from ledger_transfers
                  where effective_date > :last::date - :count::int and effective_date <= :last
                    and debit_after is not null) as sides
           join ledger_accounts a on a.id = account_id and a.code like 'member:%:available'
          group by 1) as booked on effective_date = day
      order by day desc`,
    { last, count },
  );
  let held = owed;
  const days = rows.map(({ day, change }) => {
    const atItsEnd = { day, owed: held };
    held -= change;
    return atItsEnd;
  });
  return days.reverse();
}
