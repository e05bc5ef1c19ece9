import type { Knex } from 'knex';

/** What questions are about. A topic is archived, never removed: its questions keep it. */
export const up = (db: Knex) =>
  db.raw(`
    create table topics (
      id          integer     generated always as identity primary key,
      slug        text        not null constraint topics_slug_is_unique unique
                              check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 40),
      name        text        not null constraint topics_name_is_unique unique
                              check (char_length(name) between 2 and 40),
      description text        not null default '' check (char_length(description) <= 200),
      icon        text        not null default 'chat',
      position    integer     not null,
      question_count integer  not null default 0,
      archived_at timestamptz
    );
    grant select, insert, update on topics to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table topics');
