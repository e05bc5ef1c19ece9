import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { connect } from '#src/db/connect.ts';
import { startEmbedded } from '#src/db/embedded.ts';
import { APP_ROLE, migrate } from '#src/db/migrate.ts';
import { refuseUnsafeServer } from '#src/db/safe-server.ts';
import { root } from '#src/root.ts';

export type BenchServer = {
  folder: string;
  /** The owner's address of a database, or the site's own role's. */
  url: (database: string, as?: 'owner' | 'app') => string;
  /** A database of this name, made and migrated anew. */
  fresh: (database: string) => Promise<void>;
  /**
   * A database of this name that was filled once and is kept for later runs, migrated to the
   * present; filled anew where `version` says that the filling has changed.
   */
  kept: (database: string, version: string, fill: () => Promise<void>) => Promise<void>;
  describe: () => Promise<object>;
  stop: () => Promise<void>;
};

/** The PostgreSQL that comes with the site, as the site starts it: nothing about it is relaxed. */
export async function openBenchServer(
  say: (line: string) => void,
  folder = join(root, '.data/bench'),
): Promise<BenchServer> {
  await mkdir(folder, { recursive: true });
  const log = { debug: () => undefined, info: say, warn: say };
  const embedded = await startEmbedded({ dataDir: folder, log });
  const owner = connect(embedded.url('postgres'), { pool: { min: 0, max: 1 } });
  await refuseUnsafeServer(owner);
  const url = (database: string, as = 'owner') =>
    as === 'owner' ? embedded.url(database) : actingAsApp(embedded.url(database));

  const fresh = async (database: string) => {
    await owner.raw('drop database if exists ?? with (force)', [database]);
    await owner.raw('create database ?? template template0', [database]);
    await migrate(url(database));
  };
  return {
    folder,
    url,
    fresh,
    kept: async (database, version, fill) => {
      if ((await readVersion(owner, database)) === version) {
        await migrate(url(database));
        return;
      }
      say(`Filling ${database}: ${version}`);
      await fresh(database);
      await fill();
      await owner.raw(`comment on database ${database} is '${version}'`);
    },
    describe: () => describe(owner),
    stop: async () => {
      await owner.destroy();
      await embedded.stop();
    },
  };
}

function actingAsApp(url: string): string {
  const changed = new URL(url);
  changed.searchParams.set('options', `-c role=${APP_ROLE}`);
  return changed.href;
}

type Owner = ReturnType<typeof connect>;

async function readVersion(owner: Owner, database: string): Promise<string | undefined> {
  const { rows } = await owner.raw<{ rows: { version: string | null }[] }>(
    `select shobj_description(oid, 'pg_database') as version from pg_database where datname = ?`,
    [database],
  );
  return rows[0]?.version ?? undefined;
}

const SETTINGS = [
  ...['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method'],
  ...['shared_buffers', 'max_wal_size', 'work_mem', 'jit', 'max_connections'],
];

async function describe(owner: Owner): Promise<object> {
  const { rows } = await owner.raw<{ rows: { name: string; value: string }[] }>(
    'select name, current_setting(name) as value from pg_settings where name = any(?)',
    [SETTINGS],
  );
  return { postgres: Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}
