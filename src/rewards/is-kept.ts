import type { Knex } from 'knex';

import type { AcceptanceId } from '../forum/rows.ts';

/** Whether anything keeps the reward of an acceptance waiting. */
export const isKept = async (db: Knex, acceptance_id: AcceptanceId): Promise<boolean> =>
  (await db('reward_holds').where({ acceptance_id, lifted_at: null }).first('id')) !== undefined;
