import { join } from 'node:path';

import type { Logger } from 'pino';

import { keepSecret } from '../config-secrets.ts';
import type { Config } from '../config.ts';
import { letAppSignIn } from './app-login.ts';
import { connect } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { refuseUnsafeServer } from './safe-server.ts';

export type Database = {
  /** For migrations, imports and seeding. */
  ownerUrl: string;
  /** For the site and its worker. */
  appUrl: string;
  embedded: boolean;
  stop: () => Promise<void>;
};

type Needs = { config: Config; log: Logger; onDeath: (lastWords: string) => void };

/**
 * The database that the settings name, migrated: the operator's own, or the one that comes with
 * the site. In production somebody else migrates, and a server that may lose posts is refused.
 */
export const openDatabase = (needs: Needs): Promise<Database> =>
  needs.config.DATABASE_URL === undefined
    ? openEmbedded(needs)
    : openNamed(needs, needs.config.DATABASE_URL);

async function openEmbedded({ config, log, onDeath }: Needs): Promise<Database> {
  const server = await startEmbedded({
    dataDir: config.DATA_DIR,
    log: sayWith(log),
    onDeath,
  });
  try {
    const ownerUrl = server.url();
    await migrate(ownerUrl);
    const password = await keepSecret(join(config.DATA_DIR, 'app-password'));
    const appUrl = await letAppSignIn(ownerUrl, password);
    return { ownerUrl, appUrl, embedded: true, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openNamed({ config, log }: Needs, appUrl: string): Promise<Database> {
  const ownerUrl = config.DATABASE_OWNER_URL ?? appUrl;
  if (config.NODE_ENV === 'production') {
    if (ownerUrl === appUrl) {
      log.warn('DATABASE_OWNER_URL is not set: the site signs in as the owner of its tables');
    }
    await refuseUnready(ownerUrl);
  } else {
    await migrate(ownerUrl);
  }
  return { ownerUrl, appUrl, embedded: false, stop: () => Promise.resolve() };
}

async function refuseUnready(ownerUrl: string): Promise<void> {
  const owner = connect(ownerUrl, { pool: { min: 0, max: 1 } });
  try {
    await refuseUnsafeServer(owner);
    const pending = await pendingMigrations(owner);
    if (pending.length > 0) {
      throw new Error(
        `The database lacks ${String(pending.length)} migrations, the first being ` +
          `${pending[0] ?? ''}. Run \`npm run migrate\` first.`,
      );
    }
  } finally {
    await owner.destroy();
  }
}

const sayWith = (log: Logger) => ({
  debug: (text: string) => {
    log.debug(text);
  },
  info: (text: string) => {
    log.info(text);
  },
  warn: (text: string) => {
    log.warn(text);
  },
});
