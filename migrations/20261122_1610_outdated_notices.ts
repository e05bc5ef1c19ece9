import type { Knex } from 'knex';

/** Authors are told when readers are told that their answer may be out of date. */
export const up = (db: Knex) =>
  db.raw(`
    insert into mail_kinds (word) values ('outdated') on conflict do nothing;
    insert into notice_events (word) values ('outdated') on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    delete from notice_events where word = 'outdated'
       and not exists (select from notices where event = 'outdated')
       and not exists (select from notice_preferences where event = 'outdated');
    delete from mail_kinds where word = 'outdated'
       and not exists (select from mails where kind = 'outdated')
       and not exists (select from notices where kind = 'outdated');
  `);
