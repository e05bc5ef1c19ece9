import type { Knex } from 'knex';

/** The operator's own words: pages linked from every page, written in Markdown by an admin. */
export const up = (db: Knex) =>
  db.raw(`
    create table site_texts (
      slug       text        primary key check (slug ~ '^[a-z-]+$'),
      title      text        not null check (char_length(title) between 2 and 80),
      body       text        not null check (char_length(body) <= 20000),
      body_html  text        not null,
      version    integer     not null default 1,
      changed_by integer     references members,
      changed_at timestamptz not null
    );
    create table site_settings (
      name       text        primary key check (name ~ '^[a-z_]+$'),
      value      text        not null check (char_length(value) <= 500),
      changed_by integer     references members,
      changed_at timestamptz not null
    );
    comment on table site_settings is
      'What an admin has set over the environment''s defaults, such as the support line.';

    grant select, insert, update on site_texts, site_settings to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table site_settings, site_texts');
