import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { keepSecret } from '../config-secrets.ts';
import { findBinaries } from './embedded-binaries.ts';
import { dataOf } from './embedded-data.ts';
import { homesOfRoot } from './embedded-homes.ts';
import { launch, type Launch, type Log, type Server } from './embedded-server.ts';
import { claimServer, clearTheWay, type Claim } from './embedded-takeover.ts';
import { serverUser } from './embedded-user.ts';

export type EmbeddedOptions = {
  /** Absolute. One Goodline at a time may use it. */
  dataDir: string;
  log: Log;
  /** Settings of the server beyond its own, such as `{ fsync: 'off' }` for a throwaway one. */
  settings?: Readonly<Record<string, string>>;
  /** Told the server's last words when it ends without having been stopped. */
  onDeath?: (lastWords: string) => void;
};

export type Embedded = {
  /** The owner's address of a database; `goodline` is always there. */
  url: (database?: string) => string;
  /** Ends every session and waits until the data are at rest. */
  stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL that comes with the site, on a free port of this machine only, over the
 * data in `dataDir`, which the first start makes. Throws with the server's own reason.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log, settings = {} } = options;
  await mkdir(dataDir, { recursive: true });
  const password = await keepSecret(join(dataDir, 'postgres-password'));
  const user = await serverUser(join(dataDir, 'postgres'));
  const homes = user ? homesOfRoot : () => [dataDir];
  const bin = await findBinaries(user, homes);
  const durable = settings.fsync !== 'off';
  const data = await dataOf({ dataDir, bin, user, homes, password, durable });
  const address = (port: number, database = 'postgres') =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

  const { server, port } = await startOnFreePort({ bin, data, user, settings, log }, address);
  const claim = await claimOrStop(server, address(port));
  await haveDatabase(claim, 'goodline');
  log.info(`PostgreSQL keeps its data in ${data} and listens on port ${port}`);
  return supervised(server, claim, options, (database = 'goodline') => address(port, database));
}

async function startOnFreePort(
  options: Omit<Launch, 'port'>,
  address: (port: number) => string,
): Promise<{ server: Server; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    await clearTheWay(options.data, address, options.log);
    const port = await freePort();
    try {
      return { server: await launch({ ...options, port }), port };
    } catch (error) {
      if (attempt === 10 || !mayPass.test(String(error))) throw error;
      options.log.debug(`PostgreSQL did not start at attempt ${attempt}: trying again`);
      await sleep(300);
    }
  }
}

/** Somebody took the port meanwhile; another Goodline was quicker; killed sessions are ending. */
const mayPass = /could not bind|"postmaster\.pid" already exists|shared memory block/;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

async function claimOrStop(server: Server, url: string): Promise<Claim> {
  try {
    const claim = await claimServer(url);
    if (claim) return claim;
    throw new Error('PostgreSQL ended as soon as it had started');
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function haveDatabase(claim: Claim, name: string): Promise<void> {
  const { rowCount } = await claim.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await claim.query(`create database ${claim.escapeIdentifier(name)}`);
}

function supervised(
  server: Server,
  claim: Claim,
  { log, onDeath = log.warn.bind(log) }: EmbeddedOptions,
  url: Embedded['url'],
): Embedded {
  let stopping = false;
  void server.exited.then((lastWords) => {
    if (!stopping) onDeath(`PostgreSQL ended by itself:\n${lastWords}`);
  });
  const stop = async () => {
    stopping = true;
    await server.stop();
    await claim.end().catch(() => undefined);
  };
  return { url, stop };
}
