import type { Knex } from 'knex';

/** What readers say of answers, whoever they are: how often, and for a day by whom. */
export const up = (db: Knex) =>
  db.raw(`
    create table fix_counts (
      answer_id integer not null references answers,
      said_on   date    not null,
      worked    integer not null default 0 check (worked >= 0),
      failed    integer not null default 0 check (failed >= 0),
      primary key (answer_id, said_on)
    );
    comment on table fix_counts is
      'How often a day readers said that an answer fixed it for them, or did not: nothing about whom.';
    comment on column fix_counts.said_on is 'By the operator''s clocks.';

    create table fix_voices (
      answer_id integer not null references answers,
      voice     text    not null check (voice ~ '^[0-9a-f]{64}$'),
      said_on   date    not null,
      worked    boolean not null,
      primary key (answer_id, voice)
    );
    create index fix_voices_by_day on fix_voices (said_on);
    comment on table fix_voices is
      'So that nobody counts twice on one day; forgotten when the day is over.';
    comment on column fix_voices.voice is
      'A hash of the answer and an address or a member under a key of that day: it says neither.';

    grant select, insert, update on fix_counts to goodline_app;
    grant select, insert, update, delete on fix_voices to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table fix_voices, fix_counts');
