import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';

import pg from 'pg';

import { startEmbedded } from '#src/db/embedded.ts';
import { APP_ROLE, migrate } from '#src/db/migrate.ts';
import { newFolder } from './embedded.ts';

export type FreshDatabase = {
  /** For migrations and for looking behind the site's back. */
  ownerUrl: string;
  /** Acts as the site does, with the few rights of its role. */
  appUrl: string;
  drop: () => Promise<void>;
};

let cluster: ReturnType<typeof startCluster> | undefined;

/**
 * A database of one's own: a copy of the migrated template, empty and private to the caller. The
 * first to ask starts PostgreSQL, so a run of pure tests does not wait for it.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  cluster ??= startCluster(process.env.TEST_DATABASE_URL);
  return (await cluster).copy();
}

/** Leaves nothing behind but, on a server that is not ours, the site's role. */
export async function stopCluster(): Promise<void> {
  await (await cluster)?.stop();
  cluster = undefined;
}

/** One PostgreSQL for the whole run, with a database that is migrated once for everyone to copy. */
async function startCluster(outsideUrl: string | undefined) {
  const { url, stop } = outsideUrl
    ? { url: outsideUrl, stop: () => Promise.resolve() }
    : await startThrowaway();
  const owner = new pg.Client({ connectionString: url });
  owner.on('error', () => undefined);
  await owner.connect();

  const template = `goodline_template_${randomBytes(6).toString('hex')}`;
  await owner.query(`create database ${template} template template0 encoding 'UTF8'`);
  await migrate(withDatabase(url, template));

  return {
    copy: () => copyOf(template, owner, url),
    stop: async () => {
      await owner.query(`drop database if exists ${template} with (force)`);
      await owner.end();
      await stop();
    },
  };
}

async function startThrowaway() {
  const dataDir = await newFolder();
  const log = { debug: () => undefined, info: () => undefined, warn: console.warn };
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '300',
  };
  const { url, stop } = await startEmbedded({ dataDir, log, settings });
  const stopAndForget = async () => {
    await stop();
    await rm(dataDir, { recursive: true });
  };
  return { url: url('postgres'), stop: stopAndForget };
}

async function copyOf(template: string, owner: pg.Client, url: string): Promise<FreshDatabase> {
  const name = `goodline_test_${randomBytes(6).toString('hex')}`;
  await owner.query(`create database ${name} template ${template} strategy file_copy`);
  const ownerUrl = withDatabase(url, name);
  return {
    ownerUrl,
    appUrl: actingAs(APP_ROLE, ownerUrl),
    drop: async () => {
      await owner.query(`drop database if exists ${name} with (force)`);
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function actingAs(role: string, url: string): string {
  const changed = new URL(url);
  changed.searchParams.set('options', `-c role=${role}`);
  return changed.href;
}
