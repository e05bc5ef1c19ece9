import type { Knex } from 'knex';

/** Questions, the answers to them, and every version of both. HTML is made at write time. */
export const up = (db: Knex) =>
  db.raw(`
    create table questions (
      id               integer     generated always as identity primary key,
      topic_id         integer     not null references topics,
      author_id        integer     not null references members,
      title            text        not null check (char_length(title) between 10 and 150),
      slug             text        not null,
      body             text        not null check (char_length(body) between 1 and 20000),
      body_html        text        not null,
      excerpt          text        not null,
      version          integer     not null default 1,
      state            text        not null default 'open',
      asked_at         timestamptz not null,
      edited_at        timestamptz,
      last_activity_at timestamptz not null,
      removed_at       timestamptz,
      score            integer     not null default 0,
      answer_count     integer     not null default 0,
      me_too_count     integer     not null default 0,
      view_count       integer     not null default 0,
      constraint questions_state_is_known check (state in ('open', 'solved', 'no-single-answer'))
    );
    create index questions_latest on questions (last_activity_at desc, id desc)
      where removed_at is null;
    create index questions_by_state on questions (state, asked_at desc, id desc)
      where removed_at is null;
    create index questions_by_topic on questions (topic_id, last_activity_at desc, id desc)
      where removed_at is null;
    create index questions_by_author on questions (author_id, id desc);
    comment on column questions.state is
      'solved while an answer is accepted; no-single-answer when the asker said so; else open.';
    comment on column questions.answer_count is 'Answers that readers can see.';

    create table answers (
      id            integer     generated always as identity primary key,
      question_id   integer     not null references questions,
      author_id     integer     not null references members,
      body          text        not null check (char_length(body) between 1 and 20000),
      body_html     text        not null,
      version       integer     not null default 1,
      by_staff      boolean     not null,
      answered_at   timestamptz not null,
      edited_at     timestamptz,
      removed_at    timestamptz,
      score         integer     not null default 0,
      helped_count  integer     not null default 0,
      constraint answers_belong_to_their_question unique (question_id, id)
    );
    create index answers_by_author on answers (author_id, id desc);
    comment on column answers.by_staff is 'Whether the author was staff when it was written.';

    create table question_versions (
      question_id integer     not null references questions,
      version     integer     not null,
      title       text        not null,
      body        text        not null,
      editor_id   integer     not null references members,
      reason      text        not null default '',
      made_at     timestamptz not null,
      primary key (question_id, version)
    );
    create table answer_versions (
      answer_id integer     not null references answers,
      version   integer     not null,
      body      text        not null,
      editor_id integer     not null references members,
      reason    text        not null default '',
      made_at   timestamptz not null,
      primary key (answer_id, version)
    );

    grant select, insert, update on questions, answers to goodline_app;
    grant select, insert on question_versions, answer_versions to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table answer_versions, question_versions, answers, questions');
