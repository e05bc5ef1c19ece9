import type { Knex } from 'knex';

/** What was published although it looks personal: readers see a mask until a moderator decides. */
export const up = (db: Knex) =>
  db.raw(`
    create table personal_data_findings (
      id          integer     generated always as identity primary key,
      question_id integer     references questions,
      answer_id   integer     references answers,
      comment_id  integer     references comments,
      kind        text        not null,
      fingerprint text        not null check (fingerprint ~ '^[0-9a-f]{64}$'),
      mask        text        not null check (char_length(mask) between 1 and 40),
      version     integer     not null,
      disputed    boolean     not null default false,
      state       text        not null default 'waiting',
      found_at    timestamptz not null,
      decided_by  integer     references members,
      decided_at  timestamptz,
      reason      text        not null default '' check (char_length(reason) <= 1000),
      constraint personal_data_findings_of_one_post
        check (num_nonnulls(question_id, answer_id, comment_id) = 1),
      constraint personal_data_findings_kind_is_known check (kind in
        ('phone', 'email', 'imei', 'iccid', 'puk', 'pac', 'card', 'address')),
      constraint personal_data_findings_state_is_known
        check (state in ('waiting', 'masked', 'shown')),
      constraint personal_data_findings_wait_undecided
        check ((state = 'waiting') = (decided_at is null)),
      constraint personal_data_findings_are_shown_by_somebody
        check (state <> 'shown' or decided_by is not null)
    );
    create unique index personal_data_findings_of_question
      on personal_data_findings (question_id, fingerprint) where question_id is not null;
    create unique index personal_data_findings_of_answer
      on personal_data_findings (answer_id, fingerprint) where answer_id is not null;
    create unique index personal_data_findings_of_comment
      on personal_data_findings (comment_id, fingerprint) where comment_id is not null;
    create index personal_data_findings_waiting on personal_data_findings (id)
      where state = 'waiting';
    create index personal_data_findings_decided on personal_data_findings (id)
      where decided_by is not null;
    comment on column personal_data_findings.fingerprint is
      'SHA-256 of the kind and the bare characters: it tells one finding from another.';
    comment on column personal_data_findings.version is
      'The latest version in which it was found; 1 for a comment.';
    comment on column personal_data_findings.disputed is
      'Whether whoever wrote it says that it is not personal.';
    comment on column personal_data_findings.decided_by is
      'Null where the author has taken it out before anybody decided.';

    grant select, insert, update on personal_data_findings to goodline_app;

    alter table moderation_log drop constraint moderation_log_act_is_known;
    alter table moderation_log add constraint moderation_log_act_is_known check (act in (
      'audit-called', 'verdict-pass', 'verdict-fix', 'verdict-fail', 'verdict-undone',
      'removed', 'restored', 'personal-data-masked', 'personal-data-shown'));
  `);

/** Refuses, rather than forgets, where moderators have already decided something. */
export const down = (db: Knex) =>
  db.raw(`
    alter table moderation_log drop constraint moderation_log_act_is_known;
    alter table moderation_log add constraint moderation_log_act_is_known check (act in (
      'audit-called', 'verdict-pass', 'verdict-fix', 'verdict-fail', 'verdict-undone',
      'removed', 'restored'));
    drop table personal_data_findings;
  `);
