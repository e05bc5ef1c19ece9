import type { Knex } from 'knex';

/** What another community's dump has become here, so that it can be imported again without harm. */
export const up = (db: Knex) =>
  db.raw(`
    create table imported_people (
      site         text    not null,
      external_key text    not null,
      member_id    integer not null constraint imported_people_are_one_each unique
                           references members,
      primary key (site, external_key)
    );
    comment on column imported_people.external_key is
      'The same for two posts of the dump exactly when the same person wrote them.';

    create table imported_posts (
      site        text    not null,
      external_id integer not null,
      question_id integer constraint imported_posts_one_of_a_question unique references questions,
      answer_id   integer constraint imported_posts_one_of_an_answer unique references answers,
      primary key (site, external_id),
      constraint imported_posts_became_one_thing check (num_nonnulls(question_id, answer_id) = 1)
    );
    comment on column imported_posts.external_id is 'The Id of the row in the dump.';

    grant select, insert on imported_people, imported_posts to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table imported_posts, imported_people');
