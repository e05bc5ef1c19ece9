import type { Knex } from 'knex';

/** Audits of accepted answers: which were drawn and why, who decided what, and every staff act. */
export const up = (db: Knex) =>
  db.raw(`
    create table audit_draws (
      acceptance_id integer     primary key references acceptances,
      drawn         boolean     not null,
      because       text        not null,
      share         integer     not null check (share between 0 and 100),
      drawn_at      timestamptz not null,
      constraint audit_draws_because_is_known
        check (because in ('first-five', 'always', 'sample', 'not-drawn'))
    );
    comment on column audit_draws.share is 'Percent in force for the author''s level.';

    create table audits (
      id            integer     generated always as identity primary key,
      acceptance_id integer     not null references acceptances,
      because       text        not null,
      state         text        not null default 'waiting',
      opened_at     timestamptz not null,
      claimed_by    integer     references members,
      claimed_until timestamptz,
      constraint audits_because_is_known
        check (because in ('first-five', 'always', 'sample', 'called')),
      constraint audits_state_is_known check (state in ('waiting', 'decided', 'cancelled')),
      constraint audits_claim_has_an_end check ((claimed_by is null) = (claimed_until is null))
    );
    create unique index audits_one_waiting_of_an_acceptance on audits (acceptance_id)
      where state = 'waiting';
    create index audits_of_acceptance on audits (acceptance_id, id);
    create index audits_waiting on audits (opened_at, id) where state = 'waiting';

    create table verdicts (
      id             integer     generated always as identity primary key,
      audit_id       integer     not null references audits,
      moderator_id   integer     not null references members,
      verdict        text        not null,
      reason         text,
      note           text        not null default '' check (char_length(note) <= 1000),
      answer_version integer     not null,
      decided_at     timestamptz not null,
      undone_at      timestamptz,
      constraint verdicts_verdict_is_known check (verdict in ('pass', 'fix', 'fail')),
      constraint verdicts_reason_is_known
        check (reason in ('wrong', 'unsafe', 'copied', 'gaming')),
      constraint verdicts_fail_for_a_reason check ((verdict = 'fail') = (reason is not null))
    );
    create unique index verdicts_one_live_of_an_audit on verdicts (audit_id)
      where undone_at is null;
    create index verdicts_of_moderator on verdicts (moderator_id, id desc);
    create index verdicts_by_time on verdicts (decided_at);
    comment on column verdicts.note is 'Shown to the author of the answer, word for word.';
    comment on column verdicts.answer_version is 'The version the moderator had read.';

    create table moderation_log (
      id          integer     generated always as identity primary key,
      actor_id    integer     references members,
      act         text        not null,
      subject     text        not null check (subject ~ '^[a-z]+:[0-9]+$'),
      reason      text        not null default '',
      note        text        not null default '',
      happened_at timestamptz not null,
      constraint moderation_log_act_is_known check (act in (
        'audit-called', 'verdict-pass', 'verdict-fix', 'verdict-fail', 'verdict-undone',
        'removed', 'restored'))
    );
    create index moderation_log_of_subject on moderation_log (subject, id);
    create trigger moderation_log_is_never_changed before update or delete or truncate
      on moderation_log for each statement execute function refuse_change();

    grant select, insert on audit_draws, moderation_log to goodline_app;
    grant select, insert, update on audits, verdicts to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table moderation_log, verdicts, audits, audit_draws');
