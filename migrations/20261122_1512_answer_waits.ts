import type { Knex } from 'knex';

/** How long questions wait for their first answer, by the hour of day at which they are asked. */
export const up = (db: Knex) =>
  db.raw(`
    create table answer_waits (
      hour           integer     primary key check (hour between 0 and 23),
      questions      integer     not null check (questions >= 0),
      answered       integer     not null check (answered between 0 and questions),
      median_seconds integer     check (median_seconds >= 0),
      counted_at     timestamptz not null
    );
    comment on table answer_waits is
      'How long questions of the last 28 days waited for their first answer, counted anew every hour.';
    comment on column answer_waits.hour is
      'By the operator''s clocks; questions of the hours before and after it count, too.';
    comment on column answer_waits.median_seconds is
      'Null while fewer than half of them have an answer.';
    grant select, insert, update on answer_waits to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table answer_waits');
