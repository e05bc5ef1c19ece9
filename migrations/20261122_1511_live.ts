import type { Knex } from 'knex';

/** What readers see move while a question waits: that it was read, and that somebody answers it. */
export const up = (db: Knex) =>
  db.raw(`
    create table question_sightings (
      question_id integer     primary key references questions,
      seen_at     timestamptz not null
    );
    comment on table question_sightings is
      'When somebody other than the asker first read a question: nothing about whom.';

    create table answering_notes (
      question_id integer     not null references questions,
      member_id   integer     not null references members,
      until       timestamptz not null,
      primary key (question_id, member_id)
    );
    comment on table answering_notes is 'Who is writing an answer; others see only that somebody is.';
    create index answering_notes_by_member on answering_notes (member_id, until);
    create index answering_notes_by_end on answering_notes (until);

    grant select, insert on question_sightings to goodline_app;
    grant select, insert, update, delete on answering_notes to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table answering_notes; drop table question_sightings');
