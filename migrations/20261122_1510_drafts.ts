import type { Knex } from 'knex';

/** What members have typed and not posted yet, until they post it or let it lie. */
export const up = (db: Knex) =>
  db.raw(`
    create table drafts (
      id          integer     primary key generated always as identity,
      member_id   integer     not null references members,
      question_id integer     references questions,
      title       text        not null,
      body        text        not null,
      topic       text        not null,
      private     boolean     not null,
      version     integer     not null check (version > 0),
      saved_at    timestamptz not null,
      constraint drafts_one_for_each_form unique nulls not distinct (member_id, question_id),
      constraint drafts_fit check (
        char_length(title) <= 300 and char_length(body) <= 20000 and char_length(topic) <= 100)
    );
    comment on table drafts is
      'What a member has typed for a form; emptied once it is posted or discarded, so that a late save of it comes to nothing.';
    comment on column drafts.question_id is 'Which question it answers; null for a question of their own.';
    comment on column drafts.topic is 'A slug, or nothing where none was chosen.';
    comment on column drafts.private is 'Whether the question was meant for our team alone.';
    create index drafts_by_age on drafts (saved_at);
    grant select, insert, update, delete on drafts to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table drafts');
