import type { Knex } from 'knex';

/** Words that several parts add to stand in tables of their own, so that adding one edits no check. */
export const up = (db: Knex) =>
  db.raw(`
    create table moderation_acts (word text primary key check (word ~ '^[a-z]+(-[a-z]+)*$'));
    comment on table moderation_acts is 'What a moderator can have done: a word for the log.';
    insert into moderation_acts (word) values ${listed(ACTS)};
    alter table moderation_log
      drop constraint moderation_log_act_is_known,
      add constraint moderation_log_act_is_known foreign key (act) references moderation_acts;

    create table mail_kinds (word text primary key check (word ~ '^[a-z]+(-[a-z]+)*$'));
    comment on table mail_kinds is 'What a mail can be about.';
    insert into mail_kinds (word) values ${listed(MAILS)};
    alter table mails
      drop constraint mails_kind_is_known,
      add constraint mails_kind_is_known foreign key (kind) references mail_kinds;

    grant select on moderation_acts, mail_kinds to goodline_app;
  `);

/** Later words stay as they were written: the checks hold for what is written from then on. */
export const down = (db: Knex) =>
  db.raw(`
    alter table mails
      drop constraint mails_kind_is_known,
      add constraint mails_kind_is_known check (kind in (${quoted(MAILS)})) not valid;
    alter table moderation_log
      drop constraint moderation_log_act_is_known,
      add constraint moderation_log_act_is_known check (act in (${quoted(ACTS)})) not valid;
    drop table mail_kinds, moderation_acts;
  `);

const ACTS = [
  ...['audit-called', 'verdict-pass', 'verdict-fix', 'verdict-fail', 'verdict-undone'],
  ...['removed', 'restored', 'personal-data-masked', 'personal-data-shown'],
];
const MAILS = [
  ...['verify-email', 'reset-password', 'change-email', 'password-changed', 'email-changed'],
  ...['answered', 'accepted', 'audited', 'removed', 'budget'],
];
const listed = (words: string[]) => words.map((word) => `('${word}')`).join(', ');
const quoted = (words: string[]) => words.map((word) => `'${word}'`).join(', ');
