import type { Knex } from 'knex';

/** How often somebody found an answer while they asked, and posted nothing. */
export const up = (db: Knex) =>
  db.raw(`
    create table found_answers (
      question_id integer not null references questions,
      found_on    date    not null,
      times       integer not null check (times > 0),
      primary key (question_id, found_on)
    );
    comment on table found_answers is
      'How often a day a question answered somebody who was about to ask: nothing about whom.';
    comment on column found_answers.found_on is 'By the operator''s clocks.';
    grant select, insert, update on found_answers to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table found_answers');
