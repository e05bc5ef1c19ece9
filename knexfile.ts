import type { Knex } from 'knex';

import { migrationSource } from './src/db/migrations.ts';

/** For knex's own command line, which developers use to make and inspect migrations. */
const config: Knex.Config = {
  client: 'pg',
  connection: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? '',
  migrations: { migrationSource },
};

export default config;
