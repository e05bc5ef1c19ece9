import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Config } from './config.ts';

export type Secrets = Readonly<{ SESSION_SECRET: string; PASSWORD_PEPPER: string }>;

/**
 * The secrets that the settings name. A development machine need not: its own are made once and
 * then read back, so that sign-ins survive a restart.
 */
export async function keepSecrets(config: Config): Promise<Secrets> {
  const kept = (name: string) => keepSecret(join(config.DATA_DIR, name));
  return Object.freeze({
    SESSION_SECRET: config.SESSION_SECRET ?? (await kept('session-secret')),
    PASSWORD_PEPPER: config.PASSWORD_PEPPER ?? (await kept('password-pepper')),
  });
}

/** 256 random bits in a file only its owner may read; whoever comes second reads the first's. */
export async function keepSecret(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  return (await readSecret(file)) ?? makeSecret(file);
}

async function makeSecret(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // Unlike a rename, a link never replaces what somebody else made meanwhile.
    await link(draft, file).catch(unlessCode('EEXIST'));
  } finally {
    await rm(draft);
  }
  const secret = await readSecret(file);
  if (secret === undefined) throw new Error(`${file} cannot be kept`);
  return secret;
}

async function readSecret(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(unlessCode('ENOENT'));
  if (text === undefined) return undefined;
  const secret = text.trim();
  if (secret.length >= 32) return secret;
  throw new Error(`${file} is damaged: restore it, or remove it to have a new one made`);
}

function unlessCode(code: string) {
  return (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error;
  };
}
