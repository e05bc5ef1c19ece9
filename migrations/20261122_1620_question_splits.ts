import type { Knex } from 'knex';

/**
 * What answers something else becomes a question of its own. The first of what is split off is the
 * text of that question; it is hidden where it stood, as what waits for a look is, so that every
 * list and count leaves it out and undoing is only to show it again.
 */
export const up = (db: Knex) =>
  db.raw(`
    alter table answers
      add column asked_as integer references questions,
      add constraint answers_asked_elsewhere_are_hidden
        check (asked_as is null or removed_at is not null);
    comment on column answers.asked_as is
      'The question whose text it became when it was split off; removed_at hides it meanwhile.';
    alter table comments
      add column asked_as integer references questions,
      add constraint comments_asked_elsewhere_are_hidden
        check (asked_as is null or removed_at is not null);
    comment on column comments.asked_as is
      'The question whose text it became when it was split off; removed_at hides it meanwhile.';

    create table question_splits (
      id                 integer     generated always as identity primary key,
      from_id            integer     not null references questions,
      to_id              integer     not null references questions,
      reason             text        not null check (char_length(reason) between 1 and 1000),
      split_by           integer     not null references members,
      split_at           timestamptz not null,
      opening_answer_id  integer     references answers,
      opening_comment_id integer     references comments,
      answer_ids         integer[]   not null,
      active_before      timestamptz not null,
      undone_by          integer     references members,
      undone_at          timestamptz,
      undone_because     text,
      constraint question_splits_are_of_two check (from_id <> to_id),
      constraint question_splits_open_with_one_post
        check (num_nonnulls(opening_answer_id, opening_comment_id) = 1),
      constraint question_splits_are_undone_whole
        check (num_nonnulls(undone_by, undone_at, undone_because) in (0, 3))
    );
    create unique index question_splits_one_into on question_splits (to_id);
    create index question_splits_out_of on question_splits (from_id, id);
    comment on table question_splits is
      'Which question came out of which, and all that moved with it.';
    comment on column question_splits.opening_answer_id is
      'The answer that is its text; null where a comment is.';
    comment on column question_splits.answer_ids is
      'The answers that moved, without the one that is its text.';
    comment on column question_splits.active_before is
      'When something last happened at the question it came out of.';
    create table question_split_comments (
      split_id   integer not null references question_splits,
      comment_id integer not null references comments,
      answer_id  integer references answers,
      primary key (split_id, comment_id)
    );
    comment on table question_split_comments is
      'Comments that stand at the new question itself; those of answers that moved go with them.';
    comment on column question_split_comments.answer_id is
      'The answer that it stood at; null for one at the question.';
    grant select, insert, update on question_splits to goodline_app;
    grant select, insert on question_split_comments to goodline_app;

    insert into moderation_acts (word) values ('question-split'), ('split-undone')
      on conflict do nothing;
    insert into mail_kinds (word) values ('split'), ('unsplit') on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    delete from mail_kinds w where word in ('split', 'unsplit')
       and not exists (select from mails where kind = w.word)
       and not exists (select from notices where kind = w.word);
    delete from moderation_acts w where word in ('question-split', 'split-undone')
       and not exists (select from moderation_log where act = w.word);
    drop table question_split_comments;
    drop table question_splits;
    alter table answers drop column asked_as;
    alter table comments drop column asked_as;
  `);
