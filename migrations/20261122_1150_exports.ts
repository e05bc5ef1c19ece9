import type { Knex } from 'knex';

/** What leaves the ledger for other books: under which codes, and which files were handed out. */
export const up = (db: Knex) =>
  db.raw(`
    create table gl_mappings (
      id          integer     generated always as identity primary key,
      line        text        not null,
      gl_code     text        not null,
      cost_centre text        not null,
      tax_code    text        not null,
      from_month  text        not null,
      reason      text        not null,
      made_by     integer     not null references members,
      made_at     timestamptz not null,
      constraint gl_mappings_line_is_a_pattern_of_accounts
        check (line ~ '^[a-z]+:([a-z-]+|%)(:[a-z-]+|:%|)$'),
      constraint gl_mappings_codes_are_codes
        check (gl_code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'
               and cost_centre ~ '^([A-Za-z0-9][A-Za-z0-9._-]{0,19}|)$'
               and tax_code ~ '^([A-Za-z0-9][A-Za-z0-9._-]{0,19}|)$'),
      constraint gl_mappings_begin_with_a_month
        check (from_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      constraint gl_mappings_have_a_reason check (char_length(reason) between 10 and 1000)
    );
    create index gl_mappings_in_force on gl_mappings (line, from_month, id);
    comment on table gl_mappings is
      'Where a line of accounts goes in the operator''s general ledger, from a month on.';
    comment on column gl_mappings.line is 'Accounts as a LIKE pattern, such as member:%:available.';
    comment on column gl_mappings.cost_centre is 'Empty where there is none.';
    comment on column gl_mappings.tax_code is 'Empty where there is none.';

    -- Locks the months it would change, so that none of them is closed meanwhile.
    create function gl_mappings_spare_closed_months() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_state text;
    begin
      for v_state in
        select state from ledger_periods where id >= new.from_month order by id for share
      loop
        if v_state <> 'open' then
          raise exception 'a month from % on is no longer open', new.from_month
            using errcode = 'integrity_constraint_violation';
        end if;
      end loop;
      return new;
    end $$;
    create trigger gl_mappings_never_reach_closed_months before insert on gl_mappings
      for each row execute function gl_mappings_spare_closed_months();
    create trigger gl_mappings_are_never_changed before update or delete or truncate
      on gl_mappings for each statement execute function refuse_change();

    create table exports (
      id           integer     generated always as identity primary key,
      month        text        not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      format       text        not null,
      file         text        not null,
      bytes        bigint      not null check (bytes >= 0),
      sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
      row_count    integer     not null check (row_count >= 0),
      first_seq    bigint,
      last_seq     bigint,
      through_seq  bigint      not null,
      currency     text,
      debit_minor  bigint      not null,
      credit_minor bigint      not null,
      state        text        not null,
      tree_size    bigint,
      root         text        check (root ~ '^[0-9a-f]{64}$'),
      made_by      integer     not null references members,
      made_at      timestamptz not null,
      constraint exports_state_is_known check (state in ('open', 'closed')),
      constraint exports_balance check (debit_minor = credit_minor),
      constraint exports_know_their_range check ((first_seq is null) = (last_seq is null))
    );
    create index exports_by_month on exports (month, id);
    comment on table exports is 'Files of a month that finance has taken, and what they added up to.';
    comment on column exports.through_seq is
      'The last number of the journal that the file knows of: up to it, it can be made again.';
    comment on column exports.tree_size is 'Leaves of the sealed journal when it was made.';
    comment on column exports.root is 'The root over those leaves, in hexadecimal.';
    create trigger exports_are_never_changed before update or delete or truncate
      on exports for each statement execute function refuse_change();

    revoke all on function gl_mappings_spare_closed_months from public;
    grant select, insert on gl_mappings, exports to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table exports, gl_mappings; drop function gl_mappings_spare_closed_months;');
