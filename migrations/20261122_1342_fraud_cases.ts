import type { Knex } from 'knex';

/** Suspicions that a person decides: flags of single acceptances, and cases of members together. */
export const up = (db: Knex) =>
  db.raw(`
    create table acceptance_flags (
      acceptance_id integer     primary key references acceptances,
      score         integer     not null check (score > 0),
      reasons       text[]      not null check (cardinality(reasons) > 0),
      flagged_at    timestamptz not null
    );
    comment on table acceptance_flags is 'Acceptances whose signs add up to a person''s look at them.';
    comment on column acceptance_flags.reasons is 'Signs, the weightiest first.';

    create table fraud_cases (
      id          integer     generated always as identity primary key,
      state       text        not null default 'open',
      score       integer     not null check (score > 0),
      reasons     text[]      not null check (cardinality(reasons) > 0),
      acceptances integer     not null check (acceptances > 0),
      version     integer     not null default 1,
      opened_at   timestamptz not null,
      changed_at  timestamptz not null,
      held_at     timestamptz,
      closed_at   timestamptz,
      decided_by  integer     references members,
      reason      text        not null default '' check (char_length(reason) <= 1000),
      constraint fraud_cases_state_is_known check (state in ('open', 'harmless', 'confirmed')),
      constraint fraud_cases_close_decided
        check ((state = 'open') = (closed_at is null)
               and (state = 'open' or (decided_by is not null and char_length(reason) >= 10)))
    );
    create index fraud_cases_open on fraud_cases (id) where state = 'open';
    comment on table fraud_cases is
      'Members who seem to accept each other''s answers for the money. A person decides.';
    comment on column fraud_cases.reasons is 'Signs, the weightiest first.';
    comment on column fraud_cases.acceptances is 'How many stood between the members when it was last weighed.';
    comment on column fraud_cases.version is 'Goes up with all that changes it: who decides names what they saw.';
    comment on column fraud_cases.held_at is
      'Since when every new acceptance between the members is held; null until a person says so.';

    create table fraud_case_members (
      case_id   integer     not null references fraud_cases,
      member_id integer     not null references members,
      added_at  timestamptz not null,
      primary key (case_id, member_id)
    );
    create index fraud_case_members_of_member on fraud_case_members (member_id);

    create table fraud_takings (
      acceptance_id integer     not null references acceptances,
      case_id       integer     not null references fraud_cases,
      taken_at      timestamptz not null,
      primary key (acceptance_id, case_id)
    );
    comment on table fraud_takings is 'Acceptances whose rewards a person took back in a case.';
    comment on column fraud_takings.taken_at is 'The instant that the ledger''s transfers carry.';

    insert into moderation_acts (word) values
      ('fraud-held'), ('fraud-released'), ('fraud-taken-back');
    create trigger fraud_takings_are_never_changed before update or delete or truncate
      on fraud_takings for each statement execute function refuse_change();

    grant select, insert, update on acceptance_flags, fraud_cases to goodline_app;
    grant select, insert on fraud_case_members, fraud_takings to goodline_app;
  `);

/** Refuses, rather than forgets, where moderators have already decided something. */
export const down = (db: Knex) =>
  db.raw(`
    delete from moderation_acts where word in ('fraud-held', 'fraud-released', 'fraud-taken-back');
    drop table fraud_takings, fraud_case_members, fraud_cases, acceptance_flags;
  `);
