import type { Knex } from 'knex';

/** How often somebody did what has a limit; in the shape that rate-limiter-flexible asks for. */
export const up = (db: Knex) =>
  db.raw(`
    create unlogged table rate_limits (
      key    text    primary key,
      points integer not null default 0,
      expire bigint
    );
    comment on column rate_limits.expire is 'Milliseconds since 1970.';
    create index rate_limits_by_expiry on rate_limits (expire);

    grant select, insert, update, delete on rate_limits to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table rate_limits');
