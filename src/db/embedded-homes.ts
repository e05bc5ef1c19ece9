import { chmod, chown, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run, type ServerUser } from './embedded-user.ts';

/** Folders to fall back on, best first, each made when it is asked for. */
export type Homes = () => Iterable<string> | AsyncIterable<string>;

/**
 * Where programs and data may live when the clone is out of the server user's reach, as under
 * root's home: folders that root shares and that nobody else can have prepared.
 */
export async function* homesOfRoot(): AsyncIterable<string> {
  for (const home of ['/var/lib/goodline', join(tmpdir(), 'goodline-of-root')]) {
    if (await isTrusted(home)) yield home;
  }
}

/** Whether the user can really work in a folder made inside this one: modes alone do not tell. */
export async function canWorkIn(folder: string, user: ServerUser): Promise<boolean> {
  const probe = await mkdtemp(join(folder, 'probe-')).catch(() => undefined);
  if (probe === undefined) return false;
  try {
    await giveTo(user, probe);
    return (await run('/bin/sh', ['-c', 'cd "$0" && : > probe', probe], user)).ok;
  } catch {
    return false;
  } finally {
    await rm(probe, { recursive: true });
  }
}

export async function giveTo(user: ServerUser, path: string): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}

async function isTrusted(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    const about = await lstat(folder);
    if (!about.isDirectory() || about.uid !== 0 || (about.mode & 0o022) !== 0) return false;
    await chmod(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}
