import type { Knex } from 'knex';

/**
 * Who accepts whom, counted with every acceptance, so that weighing one more costs the same however
 * many there are. Only rows of an author whom the counting transaction holds are written, so that
 * two acceptances never wait for each other here. What stands already is counted at once.
 */
export const up = (db: Knex) =>
  db.raw(`
    create index acceptances_of_pair on acceptances (asker_id, author_id, id)
      where withdrawn_at is null;

    create table acceptance_pairs (
      asker_id  integer not null references members,
      author_id integer not null references members,
      accepted  integer not null,
      quick     integer not null,
      primary key (asker_id, author_id),
      constraint acceptance_pairs_count_what_stands check (accepted >= 0),
      constraint acceptance_pairs_quick_are_of_the_accepted check (quick between 0 and accepted)
    );
    create index acceptance_pairs_into on acceptance_pairs (author_id, asker_id)
      where accepted >= 3;
    comment on table acceptance_pairs is
      'How many answers of an author an asker has accepted in person; what was withdrawn is not in it.';
    comment on column acceptance_pairs.quick is 'Of them, within an hour of the question.';

    create table accepted_authors (
      author_id integer primary key references members,
      accepted  integer not null,
      constraint accepted_authors_count_what_stands check (accepted >= 0)
    );
    comment on table accepted_authors is 'How many answers of an author stand accepted by their askers.';

    insert into acceptance_pairs (asker_id, author_id, accepted, quick)
    select a.asker_id, a.author_id, count(*),
           count(*) filter (where a.accepted_at > n.answered_at
                              and a.accepted_at < q.asked_at + interval '1 hour')
      from acceptances a
      join questions q on q.id = a.question_id
      join answers n on n.id = a.answer_id
     where a.withdrawn_at is null and a.accepted_by = a.asker_id
     group by 1, 2;
    insert into accepted_authors (author_id, accepted)
    select author_id, sum(accepted) from acceptance_pairs group by 1;

    grant select, insert, update on acceptance_pairs, accepted_authors to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table accepted_authors, acceptance_pairs; drop index acceptances_of_pair;');
