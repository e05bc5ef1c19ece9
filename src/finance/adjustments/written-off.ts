import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';

/** What a member owes now, and what of it was written off for good, in minor units. */
export type Debt = { owed: bigint; writtenOff: bigint };

export async function readWrittenOff(db: Knex, memberId: MemberId): Promise<Debt> {
  const { rows } = await db.raw<{ rows: [Debt] }>(
    `select coalesce((select owed_minor from reward_debts where member_id = :memberId), 0)::bigint
              as owed,
            coalesce(sum(case when debit = 'expense:write-off' then amount_minor
                              else -amount_minor end), 0)::bigint as "writtenOff"
       from adjustments
      where member_id = :memberId and transfer_id is not null`,
    { memberId },
  );
  return rows[0];
}
