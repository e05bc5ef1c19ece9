import type { Knex } from 'knex';

import type { MemberId } from '../members/rows.ts';
import type { RewardRow } from './rows.ts';

/** How many of a member's rewards are in which state. Counts alone: no amount is read. */
export async function countStates(
  db: Knex,
  memberId: MemberId,
): Promise<{ state: RewardRow['state']; count: number }[]> {
  const { rows } = await db.raw<{ rows: { state: RewardRow['state']; count: number }[] }>(
    `select state, count(*)::int as count from rewards
      where member_id = ? group by state order by state`,
    [memberId],
  );
  return rows;
}
