// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';



export type RateLimitRow = {
  key: string;
  points: number;
  /** Milliseconds since 1970. */
  expire: bigint | null;
};

export type NewRateLimitRow = {
  key: string;
  points?: number;
  expire?: bigint | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    rate_limits: Knex.CompositeTableType<RateLimitRow, NewRateLimitRow, Partial<NewRateLimitRow>>;
  }
}
