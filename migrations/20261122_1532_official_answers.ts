import type { Knex } from 'knex';

/** Which answer our team gives for its own, whatever the asker accepted. */
export const up = (db: Knex) =>
  db.raw(`
    create table official_answers (
      id        integer     generated always as identity primary key,
      answer_id integer     not null references answers,
      marked_by integer     not null references members,
      marked_at timestamptz not null,
      ended_by  integer     references members,
      ended_at  timestamptz,
      constraint official_answers_end_by_somebody check ((ended_at is null) = (ended_by is null))
    );
    create unique index official_answers_once on official_answers (answer_id)
      where ended_at is null;
    comment on table official_answers is
      'Answers of our team that a moderator marked as the official one; at most one of a question stands.';

    grant select, insert, update on official_answers to goodline_app;
    insert into moderation_acts (word) values ('official-marked'), ('official-unmarked')
      on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table official_answers;
    delete from moderation_acts w where word in ('official-marked', 'official-unmarked')
       and not exists (select from moderation_log l where l.act = w.word);
  `);
