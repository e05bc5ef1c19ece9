import type { Knex } from 'knex';

/** What our people say of a member among themselves. */
export const up = (db: Knex) =>
  db.raw(`
    create table staff_notes (
      id          integer     generated always as identity primary key,
      member_id   integer     not null references members,
      author_id   integer     not null references members,
      body        text        not null check (char_length(body) between 1 and 2000),
      request_key uuid        not null,
      written_at  timestamptz not null,
      constraint staff_notes_written_once unique (author_id, request_key),
      constraint staff_notes_are_about_others check (author_id <> member_id)
    );
    create index staff_notes_of_member on staff_notes (member_id, id);
    comment on table staff_notes is
      'What moderators and admins note of a member; nobody else ever sees it.';
    comment on column staff_notes.request_key is
      'Names the sending, so that sending twice writes once.';
    create trigger staff_notes_stay before update or delete or truncate on staff_notes
      for each statement execute function refuse_change();

    create table staff_note_strikes (
      note_id   integer     primary key references staff_notes,
      struck_by integer     not null references members,
      reason    text        not null check (char_length(reason) between 1 and 500),
      struck_at timestamptz not null
    );
    comment on table staff_note_strikes is 'A note that no longer holds, and why; it stays readable.';
    create trigger staff_note_strikes_stay before update or delete or truncate on staff_note_strikes
      for each statement execute function refuse_change();
    grant select, insert on staff_notes, staff_note_strikes to goodline_app;

    insert into moderation_acts (word) values ('staff-noted'), ('staff-note-struck')
      on conflict do nothing;
  `);

export const down = (db: Knex) => db.raw('drop table staff_note_strikes, staff_notes');
