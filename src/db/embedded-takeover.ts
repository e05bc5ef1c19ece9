import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import pg from 'pg';

import { postmasterOf, type Log } from './embedded-server.ts';

/** An open session that marks the server as ours; it ends with us, however we end. */
export type Claim = pg.Client;

type Address = (port: number) => string;

/**
 * Makes sure that no server runs on these data: stops one whose Goodline is gone, and throws when
 * its Goodline lives. What is merely stale is left to PostgreSQL, which knows when that is safe.
 */
export async function clearTheWay(data: string, address: Address, log: Log): Promise<void> {
  for (let attempts = 0; attempts < 300; attempts += 1) {
    const postmaster = await postmasterOf(data);
    if (!postmaster || !isAlive(postmaster.pid)) return;
    if (!(await isPostgres(postmaster.pid, data))) return disown(data, postmaster.text);
    const claim = await claimServer(address(postmaster.port));
    if (claim) {
      log.warn(`Stopping the PostgreSQL (process ${postmaster.pid}) that an earlier run left`);
      process.kill(postmaster.pid, 'SIGINT');
      await claim.end();
    }
    await sleep(100);
  }
  throw new Error(`Another PostgreSQL runs on ${data} and neither answers nor ends`);
}

/** Claims a server, or nothing while it starts or ends. Throws where another Goodline has it. */
export async function claimServer(url: string): Promise<Claim | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'goodline claim' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ ours: boolean }>(
      `select pg_try_advisory_lock(hashtext('goodline')) as ours`,
    );
    if (rows[0]?.ours) return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if ((error as { code?: string }).code !== '28P01') return undefined;
    throw new Error('postgres-password in DATA_DIR is not the password of the data beside it', {
      cause: error,
    });
  }
  await client.end();
  throw new Error('Another Goodline is running on this DATA_DIR. Stop it, or set another DATA_DIR');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The number may have passed to another program since, above all in a container. */
async function isPostgres(pid: number, data: string): Promise<boolean> {
  const ps = () => promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() =>
    ps().then(
      ({ stdout }) => stdout,
      () => undefined,
    ),
  );
  return command === undefined || (command.includes('postgres') && command.includes(data));
}

/**
 * PostgreSQL believes any living process in its pid file, except its own parent. Naming ourselves
 * keeps the rest of the file, by which it still makes sure that no old session is at work.
 */
async function disown(data: string, text: string): Promise<void> {
  const rest = text.slice(text.indexOf('\n'));
  await writeFile(join(data, 'postmaster.pid'), `${process.pid}${rest}`);
}
