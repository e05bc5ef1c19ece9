import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import type { Embedded } from '#src/db/embedded.ts';

/** A new folder that the server's user may pass through, as a clone usually is. */
export async function newFolder(mode = 0o711): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goodline-test-'));
  await chmod(folder, mode);
  return folder;
}

/** The rows that answer one question on a connection of its own. */
export async function ask(url: string, question: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<object>(question)).rows;
  } finally {
    await client.end();
  }
}

/** As when the machine loses its power: no process has a chance to tidy up. */
export async function killAll({ url }: Embedded): Promise<void> {
  const [postmaster] = await ask(
    url(),
    `select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid`,
  );
  const others = await ask(
    url(),
    `select pid from pg_stat_activity where pid <> pg_backend_pid() and client_addr is null`,
  );
  for (const { pid } of [postmaster, ...others] as { pid: number }[]) process.kill(pid, 'SIGKILL');
}
