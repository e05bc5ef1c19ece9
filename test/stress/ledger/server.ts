import { rm } from 'node:fs/promises';

import type { Knex } from 'knex';
import pg from 'pg';

import { connect } from '#src/db/connect.ts';
import { startEmbedded, type Embedded } from '#src/db/embedded.ts';
import { APP_ROLE, migrate } from '#src/db/migrate.ts';
import { newFolder } from '#test/support/embedded.ts';

/** A durable PostgreSQL of one's own that can lose its power and comes back over the same data. */
export type MortalServer = {
  /** The site's connections to the server as it runs now. */
  db: () => Knex;
  /** The owner's. */
  owner: () => Knex;
  /** Kills every process of it with SIGKILL, and starts it again. */
  losePower: () => Promise<void>;
  stop: () => Promise<void>;
};

export async function startMortalServer(
  connections: number,
  settings: Readonly<Record<string, string>>,
): Promise<MortalServer> {
  const dataDir = await newFolder();
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
  const start = () =>
    startEmbedded({ dataDir, log, settings: { max_connections: '100', ...settings } });
  let running = await open(await start(), connections);
  await migrate(running.embedded.url());

  return {
    db: () => running.db,
    owner: () => running.owner,
    losePower: async () => {
      await killEveryProcess(running.embedded.url());
      await closeAll(running);
      running = await open(await start(), connections);
    },
    stop: async () => {
      await closeAll(running);
      await running.embedded.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

type Running = { embedded: Embedded; db: Knex; owner: Knex };

function open(embedded: Embedded, connections: number): Promise<Running> {
  const pool = { min: 0, max: connections, acquireTimeoutMillis: 20_000 };
  const db = connect(embedded.url(), { pool, role: APP_ROLE });
  const owner = connect(embedded.url());
  for (const { client } of [db, owner]) (client as { logger: object }).logger = SILENT;
  return Promise.resolve({ embedded, db, owner });
}

/** That connections break when the power fails is no news. */
const SILENT = Object.fromEntries(
  ['debug', 'deprecate', 'error', 'warn'].map((level) => [level, () => undefined]),
);

async function closeAll({ db, owner }: Running): Promise<void> {
  await Promise.allSettled([db.destroy(), owner.destroy()]);
}

/** The first process goes first, or it would tell the others in good order. */
async function killEveryProcess(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid
      union all select pid from pg_stat_activity`,
  );
  for (const { pid } of rows) process.kill(pid, 'SIGKILL');
  await client.end().catch(() => undefined);
}
