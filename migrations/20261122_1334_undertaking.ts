import type { Knex } from 'knex';

/** The first undertaking is set with the quotation marks of print; nobody has signed it yet. */
export const up = (db: Knex) =>
  db.raw(`
    alter table steward_undertakings disable trigger user;
    update steward_undertakings
       set body = replace(regexp_replace(body, '"([^"]*)"', '“\\1”', 'g'), '''', '’')
     where version = 1;
    alter table steward_undertakings enable trigger user;
  `);

export const down = (db: Knex) =>
  db.raw(`
    alter table steward_undertakings disable trigger user;
    update steward_undertakings
       set body = translate(body, '“”’', '""''')
     where version = 1;
    alter table steward_undertakings enable trigger user;
  `);
