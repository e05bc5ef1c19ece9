import type { Knex } from 'knex';

/** How much is judged twice, and how often a known item is mixed in: one row a change. */
export const up = (db: Knex) =>
  db.raw(`
    create table agreement_terms (
      id           integer     generated always as identity primary key,
      double_share integer     not null check (double_share between 0 and 100),
      known_every  integer     check (known_every between 2 and 1000),
      seed         text        not null check (char_length(seed) between 1 and 100),
      reason       text        not null check (reason <> ''),
      changed_by   integer     references members,
      changed_at   timestamptz not null
    );
    comment on table agreement_terms is
      'How agreement is measured, the latest row in force; without a row nothing is judged twice.';
    comment on column agreement_terms.double_share is 'Percent of audits that two people judge.';
    comment on column agreement_terms.known_every is
      'One item in so many at the desk is one whose answer is known; null: none is.';
    comment on column agreement_terms.seed is
      'What the draws of double audits and of known items are hashed with, besides the ids.';
    create trigger agreement_terms_are_never_changed before update or delete or truncate
      on agreement_terms for each statement execute function refuse_change();
    grant select, insert on agreement_terms to goodline_app;
    insert into moderation_acts (word) values ('agreement-terms-changed') on conflict do nothing;
  `);

export const down = (db: Knex) => db.raw('drop table agreement_terms');
