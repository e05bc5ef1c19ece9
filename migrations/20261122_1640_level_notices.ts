import type { Knex } from 'knex';

/** Members are told when they have reached a level. */
export const up = (db: Knex) =>
  db.raw(`insert into mail_kinds (word) values ('level-reached') on conflict do nothing`);

export const down = (db: Knex) =>
  db.raw(`
    delete from mail_kinds w where word = 'level-reached'
       and not exists (select from mails where kind = w.word)
       and not exists (select from notices where kind = w.word);
  `);
