import assert from 'node:assert/strict';

import knex, { type Knex } from 'knex';
import pg from 'pg';

export type ConnectOptions = {
  pool?: Knex.PoolConfig;
  applicationName?: string;
  /** Every connection acts as this role, whatever the address may sign in as. */
  role?: string;
  /** Milliseconds after which PostgreSQL gives up; none unless named. */
  statementTimeout?: number;
  lockTimeout?: number;
  idleInTransactionTimeout?: number;
};

/** How long the site's own connections may hold things up before a page answers 503. */
export const webTimeouts = {
  statementTimeout: 15_000,
  lockTimeout: 5_000,
  idleInTransactionTimeout: 30_000,
} as const satisfies ConnectOptions;

/** Opens a pool whose values are exact: see `types`. Close it with `destroy()`. */
export function connect(connectionString: string, options: ConnectOptions = {}): Knex {
  const { pool = { min: 0, max: 10 }, role } = options;
  return knex({
    client: 'pg',
    connection: { connectionString, types, ...startupOf(options) },
    pool:
      role === undefined
        ? { afterCreate: settle(), ...pool }
        : { ...pool, afterCreate: settle(role) },
  });
}

/** Numbers from PostgreSQL's own catalogue, pg_type. */
const oids = { int8: 20, int8s: 1016, date: 1082, dates: 1182, texts: 1009 };

const usualParser = pg.types.getTypeParser as (
  oid: number,
  format: 'text',
) => (text: string) => unknown;

/**
 * Values arrive from PostgreSQL as they are: eight-byte integers as bigint, because money must
 * never be rounded; calendar dates as text, because a date has no time zone to get wrong.
 */
const types = {
  getTypeParser(oid: number): (text: string) => unknown {
    if (oid === oids.int8) return BigInt;
    if (oid === oids.date) return String;
    if (oid === oids.int8s) return (text) => textArray(text).map((n) => n && BigInt(n));
    if (oid === oids.dates) return textArray;
    return usualParser(oid, 'text');
  },
};

const textArray = (text: string) => usualParser(oids.texts, 'text')(text) as (string | null)[];

function startupOf(options: ConnectOptions) {
  const { applicationName, statementTimeout, lockTimeout, idleInTransactionTimeout } = options;
  return {
    ...(applicationName !== undefined && { application_name: applicationName }),
    ...(statementTimeout !== undefined && { statement_timeout: statementTimeout }),
    ...(lockTimeout !== undefined && { lock_timeout: lockTimeout }),
    ...(idleInTransactionTimeout !== undefined && {
      idle_in_transaction_session_timeout: idleInTransactionTimeout,
    }),
  };
}

/**
 * Compiling a query before it runs pays for reports over a warehouse; for pages of some milliseconds
 * it cost hundreds, where the server is built with it (Debian's is).
 */
function settle(role?: string) {
  assert.match(role ?? 'none', /^[a-z_][a-z0-9_]{0,62}$/, 'a role is named in small letters');
  const setting = role === undefined ? 'set jit = off' : `set jit = off; set role "${role}"`;
  return (client: pg.Client, done: (error: Error | null, client: pg.Client) => void) => {
    client.query(setting, (error: Error | null) => {
      done(error, client);
    });
  };
}
