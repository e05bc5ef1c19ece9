import { runMigrations } from 'graphile-worker';
import type { Knex } from 'knex';

import { connect } from './connect.ts';
import { migrationSource } from './migrations.ts';

/** The role under which the site runs: it can change neither the ledger's rows nor any table. */
export const APP_ROLE = 'goodline_app';

/**
 * Brings a database up to date as its owner: the application's role, the tables, the job queue.
 *
 * Safe to run twice and by two at once: knex holds a lock of its own, and a role made meanwhile
 * by another is as good.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const db = connect(ownerUrl, { pool: { min: 0, max: 2 }, applicationName: 'goodline migrate' });
  try {
    await makeAppRole(db);
    await db.migrate.latest({ migrationSource });
    await runMigrations({ connectionString: ownerUrl });
    await db.raw(QUEUE_GRANTS);
  } finally {
    await db.destroy();
  }
}

/** The names of migrations that this code has and the database has not. */
export async function pendingMigrations(db: Knex): Promise<string[]> {
  const [names, { rows }] = await Promise.all([
    migrationSource.getMigrations([]),
    db.raw<{ rows: { name: string }[] }>('select name from knex_migrations'),
  ]);
  const done = new Set(rows.map(({ name }) => name));
  return names.filter((name) => !done.has(name));
}

async function makeAppRole(db: Knex): Promise<void> {
  await db.raw(`
    do $$ begin
      create role ${APP_ROLE} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$;
    grant usage on schema public to ${APP_ROLE};
    revoke create on schema public from public;
    do $$ begin
      execute format('grant ${APP_ROLE} to %I', current_user);
    exception when others then null; -- a superuser needs no membership, and may not grant it
    end $$`);
}

/** The queue guards its tables by row security, and lets in whom a policy names. */
const QUEUE_GRANTS = `
  grant usage on schema graphile_worker to ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema graphile_worker to ${APP_ROLE};
  grant usage on all sequences in schema graphile_worker to ${APP_ROLE};
  grant execute on all functions in schema graphile_worker to ${APP_ROLE};
  grant select on knex_migrations to ${APP_ROLE};
  do $$ declare queue regclass; begin
    for queue in
      select c.oid from pg_class c
       where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
         and not exists (select from pg_policy p
                          where p.polrelid = c.oid and p.polname = '${APP_ROLE}')
    loop
      execute format('create policy ${APP_ROLE} on %s to ${APP_ROLE} using (true)', queue);
    end loop;
  end $$`;
