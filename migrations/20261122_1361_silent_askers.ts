import type { Knex } from 'knex';

/** Answers that our team accepted for somebody who asked and never came back. */
export const up = (db: Knex) =>
  db.raw(`
    create table silent_terms (
      one            boolean primary key default true check (one),
      quiet_days     integer not null check (quiet_days between 1 and 365),
      objection_days integer not null check (objection_days between 1 and 60),
      least_points   integer not null check (least_points > 0),
      least_lead     integer not null check (least_lead >= 0)
    );
    insert into silent_terms (quiet_days, objection_days, least_points, least_lead)
    values (14, 7, 4, 2);
    comment on table silent_terms is 'When our team may accept for an asker who is silent.';
    comment on column silent_terms.quiet_days is
      'Days since the answer and since the asker''s last word before it may be accepted for them.';
    comment on column silent_terms.objection_days is 'Days in which the asker may object.';
    comment on column silent_terms.least_points is
      'What the best answer has at least: a vote counts 1, "this helped me too" 2, a steward''s 3 more.';
    comment on column silent_terms.least_lead is 'By how much it is ahead of the next.';

    create table silent_acceptances (
      id            integer     generated always as identity primary key,
      question_id   integer     not null references questions,
      acceptance_id integer     not null references acceptances,
      asker_id      integer     not null references members,
      accepted_by   integer     not null references members,
      reason        text        not null check (char_length(reason) between 1 and 1000),
      points        integer     not null,
      accepted_at   timestamptz not null,
      object_until  timestamptz not null,
      token_hash    text        not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
      outcome       text,
      note          text        not null default '' check (char_length(note) <= 1000),
      ended_at      timestamptz,
      constraint silent_acceptances_outcome_is_known
        check (outcome in ('confirmed', 'objected', 'unopposed', 'withdrawn')),
      constraint silent_acceptances_end_with_an_outcome
        check ((outcome is null) = (ended_at is null)),
      constraint silent_acceptances_are_not_the_askers check (accepted_by <> asker_id)
    );
    create unique index silent_acceptances_once_of_a_question on silent_acceptances (question_id);
    create unique index silent_acceptances_of_acceptance on silent_acceptances (acceptance_id);
    create index silent_acceptances_open on silent_acceptances (object_until) where outcome is null;
    comment on table silent_acceptances is
      'Acceptances by our team on the asker''s behalf; at most one of a question, ever.';
    comment on column silent_acceptances.token_hash is
      'SHA-256 of the token in the asker''s mail, which alone holds it.';
    comment on column silent_acceptances.note is 'Why the asker objects, in their words.';
    grant select on silent_terms to goodline_app;
    grant select, insert, update on silent_acceptances to goodline_app;

    insert into moderation_acts (word) values ('accepted-for-asker');
    insert into mail_kinds (word) values ('accepted-for-you');
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table silent_acceptances, silent_terms;
    delete from moderation_acts
     where word = 'accepted-for-asker'
       and not exists (select from moderation_log where act = 'accepted-for-asker');
    delete from mail_kinds
     where word = 'accepted-for-you'
       and not exists (select from mails where kind = 'accepted-for-you');
  `);
