import type { Knex } from 'knex';

/** What happens around questions and answers: comments, votes, me-too, follows, "also helped". */
export const up = (db: Knex) =>
  db.raw(`
    create table comments (
      id          integer     generated always as identity primary key,
      question_id integer     not null references questions,
      answer_id   integer,
      author_id   integer     not null references members,
      body        text        not null check (char_length(body) between 1 and 2000),
      body_html   text        not null,
      made_at     timestamptz not null,
      removed_at  timestamptz,
      constraint comments_on_an_answer_to_the_question
        foreign key (question_id, answer_id) references answers (question_id, id)
    );
    create index comments_of_question on comments (question_id, id);
    create index comments_by_author on comments (author_id, id desc);
    comment on column comments.answer_id is 'Null for a comment on the question itself.';

    create table question_votes (
      question_id integer     not null references questions,
      member_id   integer     not null references members,
      value       smallint    not null check (value in (-1, 1)),
      voted_at    timestamptz not null,
      primary key (question_id, member_id)
    );
    create table answer_votes (
      answer_id integer     not null references answers,
      member_id integer     not null references members,
      value     smallint    not null check (value in (-1, 1)),
      voted_at  timestamptz not null,
      primary key (answer_id, member_id)
    );
    create table me_toos (
      question_id integer     not null references questions,
      member_id   integer     not null references members,
      said_at     timestamptz not null,
      primary key (question_id, member_id)
    );
    create table follows (
      question_id integer     not null references questions,
      member_id   integer     not null references members,
      followed_at timestamptz not null,
      primary key (question_id, member_id)
    );
    create index follows_of_member on follows (member_id, question_id);
    create table helps (
      answer_id integer     not null references answers,
      member_id integer     not null references members,
      said_at   timestamptz not null,
      primary key (answer_id, member_id)
    );
    comment on table helps is 'Members whom an answer "also helped", besides the asker.';

    grant select, insert, update on comments to goodline_app;
    grant select, insert, update, delete
      on question_votes, answer_votes, me_toos, follows, helps to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table helps, follows, me_toos, answer_votes, question_votes, comments');
