import type { Knex } from 'knex';

import type { AcceptanceId } from '../forum/rows.ts';
import type { RewardHoldRow } from './rows.ts';

/** What keeps a reward from its release: its member's address or sanction, or a hold on it. */
export type Keeping = 'email' | RewardHoldRow['because'];

/**
 * What keeps a reward `r` waiting, as SQL: of several things the one that lasts whatever is decided
 * on the others; null where only its check or its quiet days are in the way.
 */
export const KEEPING = `
  (select case
            when m.email_verified_at is null then 'email'
            when coalesce(m.limited_until, m.suspended_until, m.closed_at) is not null
              then 'sanction'
            else (select h.because from reward_holds h
                   where h.acceptance_id = r.acceptance_id and h.lifted_at is null
                   order by array_position(
                     array['sanction', 'appeal', 'objection', 'doubt', 'report', 'fraud'], h.because), h.id
                   limit 1)
          end
     from members m where m.id = r.member_id)`;

/** What keeps the reward of an acceptance waiting; null where nothing but its check does. */
export async function readKeeping(db: Knex, acceptanceId: AcceptanceId): Promise<Keeping | null> {
  const { rows } = await db.raw<{ rows: { keeping: Keeping | null }[] }>(
    `select ${KEEPING} as keeping from rewards r where r.acceptance_id = ?`,
    [acceptanceId],
  );
  return rows[0]?.keeping ?? null;
}
