import type { Knex } from 'knex';

/** What somebody's answers earned in checks is found by its author, also where it was withdrawn. */
export const up = (db: Knex) =>
  db.raw('create index acceptances_by_author on acceptances (author_id, id)');

export const down = (db: Knex) => db.raw('drop index acceptances_by_author');
