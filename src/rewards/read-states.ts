import type { Knex } from 'knex';

import type { AcceptanceId } from '../forum/rows.ts';
import type { RewardRow } from './rows.ts';

/** Where a reward is, without what it is worth: for those who decide and must not know. */
export type RewardState = Pick<RewardRow, 'acceptance_id' | 'state' | 'refusal'> & {
  /** Whether a case of suspected fraud keeps it waiting. */
  kept: boolean;
};

export async function readRewardStates(
  db: Knex,
  acceptances: readonly AcceptanceId[],
): Promise<Map<AcceptanceId, RewardState>> {
  const { rows } = await db.raw<{ rows: RewardState[] }>(
    `select r.acceptance_id, r.state, r.refusal,
            exists (select from reward_holds h
                     where h.acceptance_id = r.acceptance_id and h.because = 'fraud'
                       and h.lifted_at is null) as kept
       from rewards r where r.acceptance_id = any(:acceptances)`,
    { acceptances },
  );
  return new Map(rows.map((row) => [row.acceptance_id, row]));
}
