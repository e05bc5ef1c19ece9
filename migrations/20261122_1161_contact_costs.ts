import type { Knex } from 'knex';

/** What a call or a chat costs the operator: nobody's figure but its own, and never guessed. */
export const up = (db: Knex) =>
  db.raw(`
    create table contact_costs (
      id           integer     generated always as identity primary key,
      amount_minor bigint      not null check (amount_minor > 0),
      currency     text        not null check (currency ~ '^[A-Z]{3}$'),
      reason       text        not null check (char_length(reason) between 10 and 1000),
      set_by       integer     not null references members,
      set_at       timestamptz not null
    );
    comment on table contact_costs is
      'The contact centre''s cost per contact, as finance has set it; the last one is in force.';
    create trigger contact_costs_are_never_changed before update or delete or truncate
      on contact_costs for each statement execute function refuse_change();

    grant select, insert on contact_costs to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table contact_costs');
