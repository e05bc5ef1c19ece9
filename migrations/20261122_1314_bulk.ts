import type { Knex } from 'knex';

/** Decisions on many items at once: what was asked for, what came of each, and what was undone. */
export const up = (db: Knex) =>
  db.raw(`
    create table bulk_actions (
      id           integer     generated always as identity primary key,
      moderator_id integer     not null references members,
      act          text        not null check (act ~ '^[a-z:-]+$'),
      note         text        not null default '' check (char_length(note) <= 1000),
      made_at      timestamptz not null,
      undone_at    timestamptz
    );
    create index bulk_actions_of_moderator on bulk_actions (moderator_id, id desc);
    comment on table bulk_actions is 'A decision that a moderator made on several items at once.';
    comment on column bulk_actions.act is 'What was decided and why, such as fail:copied.';
    comment on column bulk_actions.undone_at is 'When undoing it was last asked for.';

    create table bulk_entries (
      batch_id    integer     not null references bulk_actions,
      kind        text        not null references queue_kinds,
      subject_id  integer     not null,
      question_id integer     references questions,
      answer_id   integer     references answers,
      refusal     text,
      undone_at   timestamptz,
      undo_refusal text,
      primary key (batch_id, kind, subject_id),
      constraint bulk_entries_undo_what_was_done check (undone_at is null or refusal is null)
    );
    comment on column bulk_entries.refusal is 'Why nothing was done; null where it was.';
    comment on column bulk_entries.undo_refusal is 'Why it could not be undone when that was asked for.';

    insert into moderation_acts (word) values ('bulk-made'), ('bulk-undone'),
      ('personal-data-reopened') on conflict do nothing;
    grant select, insert, update on bulk_actions, bulk_entries to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table bulk_entries, bulk_actions;
    delete from moderation_acts
     where word in ('bulk-made', 'bulk-undone', 'personal-data-reopened');
  `);
