import type { Knex } from 'knex';

/** How often each search was made and what came of it, by day: nothing about who made it. */
export const up = (db: Knex) =>
  db.raw(`
    create table search_counts (
      searched_on date    not null,
      print       text    not null,
      words       text,
      searches    integer not null default 0 check (searches >= 0),
      nothing     integer not null default 0 check (nothing >= 0),
      opened      integer not null default 0 check (opened >= 0),
      asked       integer not null default 0 check (asked >= 0),
      primary key (searched_on, print)
    );
    create index search_counts_of_print on search_counts (print, searched_on);
    comment on table search_counts is 'Searches by day and words: counts, and nothing about whose.';
    comment on column search_counts.searched_on is 'By the operator''s clocks.';
    comment on column search_counts.print is
      'A keyed hash of the words, which nobody can turn back; empty where they may be personal.';
    comment on column search_counts.words is
      'In lower case; null until they were searched for on two days, and always where personal.';
    comment on column search_counts.nothing is 'Nothing had all of the words, also with their spelling mended.';
    comment on column search_counts.opened is 'Results opened: one search may open several.';
    comment on column search_counts.asked is 'Went on from the results to the form for a question.';
    grant select, insert, update on search_counts to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table search_counts');
