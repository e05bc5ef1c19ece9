import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';

/** Whom PostgreSQL runs as; `undefined` is whoever started Goodline. */
export type ServerUser = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root, so root lends it another user: the owner of data that is
 * already there, else `postgres`, which is made where it is missing, else `nobody`.
 */
export async function serverUser(data: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = (await lookUp('postgres')) ?? (await makePostgres()) ?? (await lookUp('nobody'));
  return known ?? { uid: 65_534, gid: 65_534 };
}

/** Runs a command to its end as somebody; one that cannot even begin has failed with a reason. */
export function run(
  command: string,
  args: readonly string[],
  user?: ServerUser,
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...user, cwd: '/', env: serverEnvironment });
    child.stdin.on('error', () => undefined).end();
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', (error) => {
      resolve({ ok: false, output: error.message });
    });
    child.on('close', (code) => {
      resolve({ ok: code === 0, output });
    });
  });
}

/** Nothing of the caller's environment, such as PGPORT or a secret, reaches the server. */
export const serverEnvironment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TZ: 'UTC' };

async function lookUp(name: string): Promise<ServerUser> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  if (!uid.ok || !gid.ok || Number(uid.output) === 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

async function makePostgres(): Promise<ServerUser> {
  const debian = ['-r', '-U', '-s', '/bin/sh', '-d', '/var/lib/postgresql', 'postgres'];
  const busybox = ['-S', '-D', '-H', '-G', 'postgres', 'postgres'];
  const made =
    (await run('useradd', debian)).ok ||
    ((await run('addgroup', ['-S', 'postgres'])).ok && (await run('adduser', busybox)).ok);
  return made ? lookUp('postgres') : undefined;
}
