import type { Knex } from 'knex';

/**
 * What is known of each question's title to find those that ask the same: its words, and its place
 * by meaning. Places that are near each other share a list, so that a search reads a few lists,
 * however many questions there are.
 */
export const up = (db: Knex) =>
  db.raw(`
    create table likeness_lists (
      id       integer generated always as identity primary key,
      model    text    not null,
      centre   bytea   not null,
      size     integer not null check (size >= 0)
    );
    create index likeness_lists_of_model on likeness_lists (model, id);
    comment on table likeness_lists is 'Questions whose titles mean something alike; split in two as it grows.';
    comment on column likeness_lists.centre is 'The middle of its places: signed bytes, a dimension each.';

    create table likeness (
      question_id integer primary key references questions,
      title       text    not null,
      words       text[]  not null,
      list_id     integer references likeness_lists,
      place       bytea,
      constraint likeness_is_placed_in_a_list check ((list_id is null) = (place is null))
    );
    create index likeness_by_word on likeness using gin (words);
    create index likeness_of_list on likeness (list_id, question_id);
    comment on table likeness is 'What a question''s title is like, as it was when it was learned.';
    comment on column likeness.words is 'The title''s words, folded and stemmed, each once.';
    comment on column likeness.place is 'Where the model puts it: signed bytes, a dimension each; null without one.';

    create table likeness_words (
      word      text    primary key,
      stem      text    not null,
      questions integer not null check (questions >= 0)
    );
    create index likeness_words_of_stem on likeness_words (stem);
    comment on table likeness_words is 'In how many learned titles each word stands, for spelling and for rare words.';

    create table likeness_due (
      question_id integer primary key references questions,
      note        bigint  not null generated always as identity
    );
    comment on table likeness_due is
      'Questions whose title is new, or was hidden or shown since it was learned.';
    comment on column likeness_due.note is
      'Another with each change, so that a change is not lost while an earlier one is learned.';
    insert into likeness_due (question_id) select id from questions where removed_at is null;

    grant select, insert, update, delete on likeness, likeness_words, likeness_lists, likeness_due
      to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table likeness_due, likeness_words, likeness, likeness_lists');
