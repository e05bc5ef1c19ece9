import { lstat, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { canWorkIn, giveTo, type Homes } from './embedded-homes.ts';
import { run, type ServerUser } from './embedded-user.ts';

export type Cluster = {
  dataDir: string;
  bin: string;
  user: ServerUser;
  /** Where the data may live when the user cannot reach `dataDir`, best first. */
  homes: Homes;
  password: string;
  /** Whether the files must survive a power cut; only a test can do without. */
  durable: boolean;
};

/**
 * The real place of the data, made on the first start. Where the server's user cannot reach
 * DATA_DIR, the data live elsewhere and `DATA_DIR/postgres` is a symlink to them.
 */
export async function dataOf(cluster: Cluster): Promise<string> {
  const place = join(cluster.dataDir, 'postgres');
  if (!(await lstat(place).catch(() => undefined))) await makeData(place, cluster);
  return realpath(place);
}

async function makeData(place: string, cluster: Cluster): Promise<void> {
  const { dataDir, user } = cluster;
  if (await canWorkIn(dataDir, user)) return initialise(place, cluster);
  for await (const home of cluster.homes()) {
    if (!(await canWorkIn(home, user))) continue;
    const away = await mkdtemp(join(home, 'data-'));
    await giveTo(user, away);
    await initialise(join(away, 'postgres'), cluster);
    return symlink(join(away, 'postgres'), place).catch(unlessThere);
  }
  throw new Error(`PostgreSQL cannot keep its data in ${dataDir}: its user may not write there`);
}

/** Whatever interrupts this, the place holds a whole cluster or nothing. */
async function initialise(place: string, cluster: Cluster): Promise<void> {
  const staging = await mkdtemp(`${place}.new-`);
  try {
    await giveTo(cluster.user, staging);
    await initdb(staging, cluster);
    await rename(join(staging, 'cluster'), place).catch(unlessThere);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function initdb(staging: string, cluster: Cluster): Promise<void> {
  const { bin, user, password, durable } = cluster;
  const passwordFile = join(staging, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(user, passwordFile);
  const args = [
    `--pgdata=${join(staging, 'cluster')}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...locale[process.platform === 'darwin' ? 'darwin' : 'others'],
    ...(durable ? [] : ['--no-sync']),
  ];
  const { ok, output } = await run(join(bin, 'initdb'), args, user);
  if (!ok) throw new Error(`PostgreSQL could not make its data folder:\n${output.trim()}`);
}

/** The order and the letters of Unicode, whatever the machine's own language; macOS has no C.UTF-8. */
const locale = {
  darwin: ['--locale=en_US.UTF-8', '--lc-collate=C'],
  others: ['--locale=C.UTF-8'],
};

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error;
}
