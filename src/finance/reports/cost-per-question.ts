import type { Knex } from 'knex';

import type { TopicRow } from '../../forum/rows.ts';
import { REWARDS } from '../../ledger/accounts.ts';
import type { Month } from '../../ledger/dates.ts';
import { dayAfter, firstDay, monthsUpTo } from '../months.ts';

/** What was resolved in a month, and what rewards cost in it, in minor units. */
export type Cost = { resolved: bigint; cost: bigint };

/** The costs of a month by topic; without a topic is what was booked for no question. */
export type MonthOfCosts = Cost & {
  month: Month;
  topics: (Cost & { topic: Pick<TopicRow, 'name' | 'slug'> | null })[];
};

/**
 * So many months of costs up to and with the last, the oldest first.
 *
 * A question is resolved in the month in which the answer that still stands as its solution was
 * accepted, by the operator's clocks. The cost is what was booked in the month to the reward
 * account, less what was put back into it: it adds up to the ledger.
 */
export async function readCosts(
  db: Knex,
  { last, count, timeZone }: { last: Month; count: number; timeZone: string },
): Promise<MonthOfCosts[]> {
  const months = monthsUpTo(last, count);
  const { rows } = await db.raw<{ rows: Row[] }>(COSTS, {
    ...{ first: firstDay(months[0] ?? last), before: dayAfter(last), timeZone, rewards: REWARDS },
  });
  return months.map((month) => {
    const topics = rows.filter((row) => row.month === month).map(({ month: _, ...row }) => row);
    return { month, topics, ...topics.reduce(add, { resolved: 0n, cost: 0n }) };
  });
}

/** What one resolved question cost, to the nearest penny; undefined where none was resolved. */
export function perQuestion({ resolved, cost }: Cost): bigint | undefined {
  if (resolved === 0n) return undefined;
  const half = cost < 0n ? -resolved : resolved;
  return (2n * cost + half) / (2n * resolved);
}

type Row = MonthOfCosts['topics'][number] & { month: string };

const add = (a: Cost, b: Cost): Cost => ({
  resolved: a.resolved + b.resolved,
  cost: a.cost + b.cost,
});

const COSTS = `
  with solved as (
    select to_char(a.accepted_at at time zone :timeZone, 'YYYY-MM') as month, q.topic_id,
           count(*) as resolved, 0::bigint as cost
      from acceptances a join questions q on q.id = a.question_id
     where a.withdrawn_at is null
       and a.accepted_at >= :first::timestamp at time zone :timeZone
       and a.accepted_at < :before::timestamp at time zone :timeZone
     group by 1, 2),
  booked as (
    select to_char(t.effective_date, 'YYYY-MM') as month, q.topic_id, 0::bigint as resolved,
           sum(case when t.debit_account_id = r.id then t.amount_minor
                    else -t.amount_minor end)::bigint as cost
      from ledger_accounts r
      join ledger_transfers t on r.id in (t.debit_account_id, t.credit_account_id)
      left join acceptances a
        on a.id = case when t.ref like 'acceptance:%' then split_part(t.ref, ':', 2)::int end
      left join questions q on q.id = a.question_id
     where r.code = :rewards and t.effective_date >= :first and t.effective_date < :before
     group by 1, 2)
  select month, sum(resolved)::bigint as resolved, sum(cost)::bigint as cost,
         case when topics.id is not null
              then json_build_object('name', topics.name, 'slug', topics.slug) end as topic
    from (select * from solved union all select * from booked) as parts
    left join topics on topics.id = topic_id
   group by month, topics.id
   order by month, topics.position nulls last, topics.id`;
