import type { Knex } from 'knex';

/** Askers are reminded to say what fixed it: after 3, 7 and 30 days, and never otherwise. */
export const up = (db: Knex) =>
  db.raw(`
    create table reminders (
      question_id integer     not null references questions,
      days        integer     not null,
      reminded_at timestamptz not null,
      primary key (question_id, days),
      constraint reminders_after_3_7_and_30_days check (days in (3, 7, 30))
    );
    comment on table reminders is 'When an asker was reminded to say which answer fixed it.';
    comment on column reminders.days is 'So long after the first answer that could be accepted.';
    create index answers_by_time on answers (answered_at, question_id);
    grant select, insert on reminders to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop index answers_by_time; drop table reminders');
