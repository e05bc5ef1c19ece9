import type { Knex } from 'knex';

/**
 * The asker's word that an answer solved the question. Withdrawn, never removed: history stays.
 *
 * The partial unique index is what allows one live acceptance of a question, and the pair of
 * columns in the foreign key is what stops it from naming an answer to another question.
 */
export const up = (db: Knex) =>
  db.raw(`
    create table acceptances (
      id             integer     generated always as identity primary key,
      question_id    integer     not null references questions,
      answer_id      integer     not null,
      answer_version integer     not null,
      asker_id       integer     not null references members,
      author_id      integer     not null references members,
      accepted_by    integer     not null references members,
      accepted_at    timestamptz not null,
      withdrawn_at   timestamptz,
      withdrawn_because text,
      constraint acceptances_name_an_answer_to_the_question
        foreign key (question_id, answer_id) references answers (question_id, id),
      constraint acceptances_because_is_known
        check (withdrawn_because in ('asker', 'another-accepted', 'not-solved', 'removed')),
      constraint acceptances_are_withdrawn_for_a_reason
        check ((withdrawn_at is null) = (withdrawn_because is null))
    );
    create unique index acceptances_one_live_of_a_question on acceptances (question_id)
      where withdrawn_at is null;
    create index acceptances_of_question on acceptances (question_id, id);
    create index acceptances_of_answer on acceptances (answer_id, id);
    create index acceptances_of_author on acceptances (author_id, id) where withdrawn_at is null;
    comment on column acceptances.answer_version is 'The version of the answer that was accepted.';

    grant select, insert, update on acceptances to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table acceptances');
