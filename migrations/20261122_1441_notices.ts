import type { Knex } from 'knex';

/** What members are told within the site, and how they want to be told of it. */
export const up = async (db: Knex) => {
  await db.raw(NOTICES);
  await db.raw(WISHES);
  await db.raw(THREADS);
};

export const down = (db: Knex) =>
  db.raw(`
    drop table link_keys, thread_mails, thread_mutes, notice_settings, notice_preferences, notices,
      notice_events;
    alter table mails drop column bundle;
    delete from mail_kinds w where word in ('digest', 'commented', 'followed-answer', 'solved',
        'reminder', 'failed')
       and not exists (select from mails where kind = w.word);
  `);

const NOTICES = `
  insert into mail_kinds (word) values ('digest'), ('commented'), ('followed-answer'), ('solved'),
    ('reminder'), ('failed') on conflict do nothing;

  create table notice_events (word text primary key check (word ~ '^[a-z]+(-[a-z]+)*$'));
  comment on table notice_events is 'What members choose about: how they are told of it.';
  insert into notice_events (word) values ('answers'), ('comments'), ('follows'), ('accepted'),
    ('checked'), ('reminders'), ('messages'), ('reports');
  grant select on notice_events to goodline_app;

  create table notices (
    id          integer     generated always as identity primary key,
    dedupe_key  text        not null constraint notices_once unique,
    member_id   integer     not null references members,
    kind        text        not null references mail_kinds,
    event       text        references notice_events,
    question_id integer     references questions,
    answer_id   integer     references answers,
    comment_id  integer     references comments,
    actor_id    integer     references members,
    path        text        not null check (path ~ '^/[^/]'),
    in_app      boolean     not null,
    happened_at timestamptz not null,
    read_at     timestamptz,
    mail_id     integer     references mails
  );
  create index notices_of_member on notices (member_id, id desc) where in_app;
  create index notices_unread on notices (member_id, question_id) where read_at is null;
  create index notices_of_mail on notices (mail_id) where mail_id is not null;
  comment on table notices is 'What a member is told: once, in the list on the site, by mail or both.';
  comment on column notices.dedupe_key is 'What it is about: told once, however often it happens.';
  comment on column notices.event is 'Null where nobody chooses: it is always told.';
  comment on column notices.path is 'Where it leads on this site.';
  comment on column notices.in_app is 'Whether it is in the list on the site.';
  comment on column notices.happened_at is 'It is not shown before.';
  comment on column notices.mail_id is 'The mail that tells it, alone or with others.';
  grant select, insert, update, delete on notices to goodline_app;

  alter table mails add column bundle text check (bundle in ('batched', 'daily'));
  comment on column mails.bundle is
    'How it gathers several notices until it is sent; null for one that tells one thing.';
`;

const WISHES = `
  create table notice_preferences (
    member_id integer not null references members,
    event     text    not null references notice_events,
    channel   text    not null check (channel in ('in-app', 'email')),
    topic_id  integer references topics,
    choice    text    not null check (choice in ('at-once', 'batched', 'daily', 'off')),
    constraint notice_preferences_one_each
      unique nulls not distinct (member_id, event, channel, topic_id),
    constraint notice_preferences_lists_do_not_wait
      check (channel = 'email' or choice in ('at-once', 'off'))
  );
  comment on table notice_preferences is 'How a member wants to be told, where it is not as usual.';
  comment on column notice_preferences.topic_id is 'Null for every topic without a choice of its own.';
  grant select, insert, update, delete on notice_preferences to goodline_app;

  create table notice_settings (
    member_id  integer primary key references members,
    quiet_from integer check (quiet_from between 0 and 1439),
    quiet_to   integer check (quiet_to between 0 and 1439),
    time_zone  text    not null,
    constraint notice_settings_quiet_hours_have_two_ends
      check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to)
  );
  comment on table notice_settings is 'When a member wants no mails, where it is not as usual.';
  comment on column notice_settings.quiet_from is
    'Minutes after midnight by the member’s clocks; null for no quiet hours.';
  comment on column notice_settings.time_zone is 'IANA name.';
  grant select, insert, update on notice_settings to goodline_app;
`;

const THREADS = `
  create table thread_mutes (
    member_id   integer     not null references members,
    question_id integer     not null references questions,
    muted_at    timestamptz not null,
    primary key (member_id, question_id)
  );
  comment on table thread_mutes is 'Threads of which a member wants to hear nothing.';
  grant select, insert, delete on thread_mutes to goodline_app;

  create table thread_mails (
    member_id   integer not null references members,
    question_id integer not null references questions,
    mail_id     integer references mails,
    primary key (member_id, question_id)
  );
  comment on table thread_mails is
    'The one mail about a thread since the member was last there; gone once they have been.';
  create index thread_mails_of_mail on thread_mails (mail_id);
  comment on column thread_mails.mail_id is 'Null only inside the work that writes it.';
  grant select, insert, update, delete on thread_mails to goodline_app;

  create table link_keys (
    id  integer primary key default 1 check (id = 1),
    key text    not null check (char_length(key) = 72)
  );
  comment on table link_keys is
    'What signs the links in mails; one row. Links outlive sessions, so their secret does too.';
  insert into link_keys (key) values (gen_random_uuid()::text || gen_random_uuid()::text);
  grant select on link_keys to goodline_app;
`;
