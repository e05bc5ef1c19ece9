import type { Knex } from 'knex';

/** Which questions say too little to be found by a search engine, and where the others are listed. */
export const up = (db: Knex) =>
  db.raw(`
    alter table questions add column is_thin boolean not null
      generated always as (answer_count = 0 and char_length(body) < 200) stored;
    comment on column questions.is_thin is
      'Whether nobody has answered it and it is short: search engines are asked to leave it out.';
    create index questions_in_sitemaps
      on questions (((id - 1) / 20000), (greatest(last_activity_at, edited_at)))
      where removed_at is null and not is_thin;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop index questions_in_sitemaps;
    alter table questions drop column is_thin;
  `);
