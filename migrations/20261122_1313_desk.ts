import type { Knex } from 'knex';

/** How each person works at the desk, what moderators ask one another, and their shared notes. */
export const up = (db: Knex) =>
  db.raw(`
    create table desk_settings (
      member_id integer primary key references members,
      blind     boolean not null default false,
      keys_off  boolean not null default false
    );
    comment on table desk_settings is 'How somebody works at the desk; nothing stands for the defaults.';
    comment on column desk_settings.blind is 'Whether authors'' names are hidden until it is decided.';

    create table desk_keys (
      member_id integer not null references members,
      action    text    not null check (action ~ '^[a-z]+$'),
      key       text    not null check (char_length(key) = 1),
      primary key (member_id, action)
    );
    comment on table desk_keys is 'Keys that somebody has chosen; an action without a row has its usual one.';

    create table queue_requests (
      id           integer     generated always as identity primary key,
      kind         text        not null references queue_kinds,
      subject_id   integer     not null,
      asked_by     integer     not null references members,
      asked_of     integer     references members,
      note         text        not null check (char_length(note) between 1 and 1000),
      asked_at     timestamptz not null,
      constraint queue_requests_are_of_somebody_else check (asked_of <> asked_by)
    );
    create index queue_requests_of_subject on queue_requests (kind, subject_id, id);
    create trigger queue_requests_are_never_changed before update or delete or truncate
      on queue_requests for each statement execute function refuse_change();
    comment on table queue_requests is 'What a moderator asks a colleague about something that waits.';
    comment on column queue_requests.asked_of is 'Null: whoever comes next.';

    alter table queue_items
      add asked_by    integer references members,
      add assigned_to integer references members;
    create index queue_items_assigned on queue_items (assigned_to)
      where assigned_to is not null and state = 'waiting';
    comment on column queue_items.asked_by is
      'Who has asked a colleague about it, and so leaves it to others.';
    comment on column queue_items.assigned_to is 'For whom it comes first.';

    create table canned_notes (
      id         integer     generated always as identity primary key,
      title      text        not null check (char_length(title) between 1 and 80),
      body       text        not null check (char_length(body) between 1 and 1000),
      changed_by integer     not null references members,
      changed_at timestamptz not null,
      dropped_at timestamptz
    );
    create unique index canned_notes_have_a_title_each on canned_notes (lower(title))
      where dropped_at is null;
    comment on table canned_notes is 'Texts that moderators share and often send.';
    comment on column canned_notes.body is 'With variables such as {author}.';

    insert into moderation_acts (word) values
      ('colleague-asked'), ('summary-set'), ('canned-note-saved'), ('canned-note-dropped')
      on conflict do nothing;

    grant select, insert, update on desk_settings, desk_keys, canned_notes to goodline_app;
    grant select, insert on queue_requests to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table canned_notes, queue_requests, desk_keys, desk_settings;
    alter table queue_items drop asked_by, drop assigned_to;
    delete from moderation_acts where word in
      ('colleague-asked', 'summary-set', 'canned-note-saved', 'canned-note-dropped');
  `);
