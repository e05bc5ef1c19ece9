import type { Knex } from 'knex';

/** What a question comes to, in short: written by our team, every version kept. */
export const up = (db: Knex) =>
  db.raw(`
    create table question_summaries (
      id          integer     generated always as identity primary key,
      question_id integer     not null references questions,
      body        text        not null check (char_length(body) <= 280),
      written_by  integer     not null references members,
      written_at  timestamptz not null
    );
    create index question_summaries_of_question on question_summaries (question_id, id desc);
    create trigger question_summaries_are_never_changed before update or delete or truncate
      on question_summaries for each statement execute function refuse_change();
    comment on table question_summaries is 'What a question comes to, in short; the last one counts.';
    comment on column question_summaries.body is 'Plain text without what looks personal; empty: none.';
    grant select, insert on question_summaries to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table question_summaries');
