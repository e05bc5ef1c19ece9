import type { Knex } from 'knex';

/** Settings without which PostgreSQL may forget what it has acknowledged. */
const NEEDED = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Refuses a server that may lose what it acknowledged, and says what to change. */
export async function refuseUnsafeServer(db: Knex): Promise<void> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select name from pg_settings where name = any(?) and setting = 'off'`,
    [[...NEEDED]],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new Error(
    `The database may lose what it has acknowledged: ${names} is off. Turn it on and start again.`,
  );
}
