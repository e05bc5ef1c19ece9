import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import type { MemberId } from '../../members/rows.ts';
import { monthsUpTo } from '../months.ts';

/** What became of the rewards earned in a month, in minor units. */
export type MonthOfRewards = {
  month: Month;
  /** Owed, and set aside once a budget has room. */
  waiting: bigint;
  held: bigint;
  released: bigint;
  takenBack: bigint;
};

/** So many months of rewards up to and with the last; a member's own, or everybody's. */
export async function readRewardsByMonth(
  db: Knex,
  { last, count, memberId = null }: { last: Month; count: number; memberId?: MemberId | null },
): Promise<MonthOfRewards[]> {
  const months = monthsUpTo(last, count);
  const { rows } = await db.raw<{ rows: MonthOfRewards[] }>(
    `select month,
            coalesce(sum(amount_minor) filter (where state = 'waiting'), 0)::bigint as waiting,
            coalesce(sum(amount_minor) filter (where state = 'held'), 0)::bigint as held,
            coalesce(sum(amount_minor) filter (where state = 'released'), 0)::bigint as released,
            coalesce(sum(amount_minor) filter (where state in ('voided', 'clawed-back')), 0)::bigint
              as "takenBack"
       from rewards
      where month = any(:months) ${memberId === null ? '' : 'and member_id = :memberId'}
      group by month`,
    { months, memberId },
  );
  const found = new Map(rows.map((row) => [row.month, row]));
  return months.map(
    (month) => found.get(month) ?? { month, waiting: 0n, held: 0n, released: 0n, takenBack: 0n },
  );
}
