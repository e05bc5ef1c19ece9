import type { Knex } from 'knex';

/** Posts that staff took down, why, and whether they came back. A post is down at most once at a time. */
export const up = (db: Knex) =>
  db.raw(`
    create table removals (
      id            integer     generated always as identity primary key,
      question_id   integer     references questions,
      answer_id     integer     references answers,
      comment_id    integer     references comments,
      reason        text        not null,
      note          text        not null default '' check (char_length(note) <= 1000),
      removed_by    integer     not null references members,
      removed_at    timestamptz not null,
      withdrew_acceptance boolean not null default false,
      restored_by   integer     references members,
      restored_at   timestamptz,
      restored_because text,
      constraint removals_of_one_post check (num_nonnulls(question_id, answer_id, comment_id) = 1),
      constraint removals_reason_is_known
        check (reason in ('spam', 'rude', 'personal-data', 'unsafe', 'off-topic', 'copied')),
      constraint removals_are_undone_for_a_reason
        check (num_nonnulls(restored_by, restored_at, restored_because) in (0, 3))
    );
    create unique index removals_one_of_a_question on removals (question_id)
      where restored_at is null;
    create unique index removals_one_of_an_answer on removals (answer_id)
      where restored_at is null;
    create unique index removals_one_of_a_comment on removals (comment_id)
      where restored_at is null;
    comment on column removals.note is 'Shown to the author of the post and on its tombstone.';

    grant select, insert, update on removals to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table removals');
