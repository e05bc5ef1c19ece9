import type { Knex } from 'knex';

/** What members report of others, one case for all who report the same, and what came of it. */
export const up = (db: Knex) =>
  db.raw(`
    create table report_cases (
      id          integer     generated always as identity primary key,
      question_id integer     references questions,
      answer_id   integer     references answers,
      comment_id  integer     references comments,
      profile_id  integer     references members,
      author_id   integer     not null references members,
      opened_at   timestamptz not null,
      decision    text,
      ground      text,
      note        text        not null default '' check (char_length(note) <= 1000),
      abusive     boolean     not null default false,
      decided_by  integer     references members,
      decided_at  timestamptz,
      constraint report_cases_of_one_thing
        check (num_nonnulls(question_id, answer_id, comment_id, profile_id) = 1),
      constraint report_cases_decision_is_known
        check (decision in ('removed', 'masked', 'warned', 'dismissed')),
      constraint report_cases_are_decided_at_an_instant
        check ((decision is null) = (decided_at is null)),
      constraint report_cases_are_upheld_on_a_ground
        check (decision in ('dismissed', 'masked') or (decision is null) = (ground is null)),
      constraint report_cases_are_abusive_if_dismissed check (not abusive or decision = 'dismissed'),
      constraint report_cases_are_decided_by_another check (decided_by <> author_id)
    );
    create unique index report_cases_one_open_of_a_question on report_cases (question_id)
      where decision is null;
    create unique index report_cases_one_open_of_an_answer on report_cases (answer_id)
      where decision is null;
    create unique index report_cases_one_open_of_a_comment on report_cases (comment_id)
      where decision is null;
    create unique index report_cases_one_open_of_a_profile on report_cases (profile_id)
      where decision is null;
    create index report_cases_of_author on report_cases (author_id, id);
    create index report_cases_of_question on report_cases (question_id) where question_id is not null;
    create index report_cases_of_answer on report_cases (answer_id) where answer_id is not null;
    create index report_cases_of_comment on report_cases (comment_id) where comment_id is not null;
    comment on table report_cases is 'A post or a profile that somebody reported, until it is decided.';
    comment on column report_cases.author_id is 'Whom it is about.';
    comment on column report_cases.ground is 'Why it was upheld.';
    comment on column report_cases.note is 'For staff, and for the author where something was done.';
    comment on column report_cases.decided_by is
      'Null where it ended by itself, with the removal of what it was about.';

    create table reports (
      id          integer     generated always as identity primary key,
      case_id     integer     not null references report_cases,
      reporter_id integer     not null references members,
      ground      text        not null,
      note        text        not null default '' check (char_length(note) <= 1000),
      made_at     timestamptz not null,
      constraint reports_one_of_a_person unique (case_id, reporter_id),
      constraint reports_ground_is_known check (ground in
        ('unsafe', 'personal-data', 'rude', 'spam', 'copied', 'gaming', 'off-topic', 'other'))
    );
    create index reports_of_reporter on reports (reporter_id, id desc);
    comment on column reports.note is 'For staff alone.';
    create trigger reports_are_never_changed before update or delete or truncate
      on reports for each statement execute function refuse_change();

    create function report_cases_refuse_reporter() returns trigger language plpgsql as $$
      begin
        if exists (select from reports r where r.case_id = new.id and r.reporter_id = new.decided_by)
        then
          raise exception 'report % is decided by somebody else than who made it', new.id
            using errcode = 'integrity_constraint_violation',
                  constraint = 'report_cases_are_decided_by_no_reporter';
        end if;
        return new;
      end
    $$;
    revoke all on function report_cases_refuse_reporter from public;
    create trigger report_cases_are_decided_by_no_reporter before update of decided_by
      on report_cases for each row when (new.decided_by is not null)
      execute function report_cases_refuse_reporter();

    create table member_blocks (
      member_id  integer     not null references members,
      blocked_id integer     not null references members,
      blocked_at timestamptz not null,
      primary key (member_id, blocked_id),
      constraint member_blocks_of_another check (member_id <> blocked_id)
    );
    comment on table member_blocks is 'Whose posts a member wants folded, and to hear nothing of.';

    insert into moderation_acts (word) values
      ('report-removed'), ('report-masked'), ('report-warned'), ('report-dismissed');
    insert into mail_kinds (word) values ('report-decided'), ('masked');
    grant select, insert on reports to goodline_app;
    grant select, insert, update on report_cases to goodline_app;
    grant select, insert, delete on member_blocks to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`
    delete from mail_kinds w where word in ('report-decided', 'masked')
       and not exists (select from mails where kind = w.word);
    delete from moderation_acts w where word like 'report-%'
       and not exists (select from moderation_log where act = w.word);
    drop table member_blocks, reports, report_cases;
    drop function report_cases_refuse_reporter;
  `);
