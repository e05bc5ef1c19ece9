import type { Knex } from 'knex';

/** Answers that may no longer hold: who says so, and since when readers are told. */
export const up = (db: Knex) =>
  db.raw(`
    create table outdated_flags (
      id         integer     generated always as identity primary key,
      answer_id  integer     not null references answers,
      member_id  integer     not null references members,
      note       text        not null check (char_length(note) <= 1000),
      said_at    timestamptz not null,
      settled_at timestamptz
    );
    create unique index outdated_flags_once on outdated_flags (answer_id, member_id)
      where settled_at is null;
    comment on table outdated_flags is 'Members who say that an answer no longer works.';
    comment on column outdated_flags.note is 'What has changed, for our team and the author alone.';
    comment on column outdated_flags.settled_at is 'When it was decided, or the answer was edited.';

    create table outdated_marks (
      id            integer     generated always as identity primary key,
      answer_id     integer     not null references answers,
      because       text        not null,
      marked_by     integer     not null references members,
      marked_at     timestamptz not null,
      ended_because text,
      ended_by      integer     references members,
      ended_at      timestamptz,
      constraint outdated_marks_because_is_known
        check (because in ('staff', 'author', 'trusted', 'members')),
      constraint outdated_marks_end_is_known check (ended_because in ('edited', 'works')),
      constraint outdated_marks_end_whole check ((ended_at is null) = (ended_because is null))
    );
    create unique index outdated_marks_once on outdated_marks (answer_id) where ended_at is null;
    comment on table outdated_marks is
      'Since when readers are told that an answer may be out of date, and until when they were.';
    comment on column outdated_marks.because is 'Whose word was enough; members where it took several.';
    comment on column outdated_marks.marked_by is 'Whose word was the last that it took.';

    grant select, insert, update on outdated_flags, outdated_marks to goodline_app;
    insert into queue_kinds (word) values ('outdated') on conflict do nothing;
    insert into moderation_acts (word) values ('outdated-marked'), ('outdated-cleared')
      on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table outdated_flags, outdated_marks;
    delete from queue_kinds k where word = 'outdated'
       and not exists (select from queue_items i where i.kind = k.word)
       and not exists (select from queue_requests r where r.kind = k.word);
    delete from moderation_acts w where word in ('outdated-marked', 'outdated-cleared')
       and not exists (select from moderation_log l where l.act = w.word);
  `);
