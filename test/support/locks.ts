import { setTimeout } from 'node:timers/promises';

import type { Knex } from 'knex';

/** Resolves once somebody in this database waits for a row that somebody else holds. */
export async function untilSomebodyWaits(db: Knex): Promise<void> {
  const waits = async () => {
    const { rows } = await db.raw<{ rows: [{ is: boolean }] }>(
      `select exists (select from pg_stat_activity
                       where datname = current_database() and wait_event_type = 'Lock') as is`,
    );
    return rows[0].is;
  };
  while (!(await waits())) await setTimeout(10);
}
