import type { Knex } from 'knex';

/** Members are told that somebody mentioned them, and found by how their names begin. */
export const up = (db: Knex) =>
  db.raw(`
    insert into mail_kinds (word) values ('mentioned');
    insert into notice_events (word) values ('mentions');
    create index members_by_name on members (lower(name) text_pattern_ops);
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop index members_by_name;
    delete from notice_events where word = 'mentions'
       and not exists (select from notices where event = 'mentions')
       and not exists (select from notice_preferences where event = 'mentions');
    delete from mail_kinds where word = 'mentioned'
       and not exists (select from mails where kind = 'mentioned')
       and not exists (select from notices where kind = 'mentioned');
  `);
