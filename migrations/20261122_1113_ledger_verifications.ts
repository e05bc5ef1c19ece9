import type { Knex } from 'knex';

/** Each time somebody recomputed everything, so that a page can say when, and what came of it. */
export const up = (db: Knex) =>
  db.raw(`
    create table ledger_verifications (
      id          integer     generated always as identity primary key,
      by          text        not null,
      started_at  timestamptz not null,
      finished_at timestamptz not null check (finished_at >= started_at),
      tree_size   bigint      not null,
      rules       integer     not null check (rules > 0),
      broken      integer     not null check (broken between 0 and rules),
      first       text,
      constraint ledger_verifications_by_is_known check (by in ('night', 'shell', 'desk')),
      constraint ledger_verifications_name_what_is_wrong check ((broken > 0) = (first is not null))
    );
    comment on table ledger_verifications is 'When everything was recomputed, and what came of it.';
    comment on column ledger_verifications.tree_size is 'How many entries there were at the start.';
    comment on column ledger_verifications.broken is 'How many of the rules did not hold.';
    comment on column ledger_verifications.first is 'The first rule that did not hold, and its row.';
    create trigger ledger_verifications_are_never_changed before update or delete or truncate
      on ledger_verifications for each statement execute function refuse_change();
    grant select on ledger_verifications to goodline_app;

    create function ledger_record_verification(
      p_by text, p_started_at timestamptz, p_tree_size bigint, p_rules integer, p_broken integer,
      p_first text)
    returns void language sql security definer set search_path = public, pg_temp as $$
      insert into ledger_verifications (by, started_at, finished_at, tree_size, rules, broken, first)
      values (p_by, p_started_at, p_started_at + (clock_timestamp() - transaction_timestamp()),
              p_tree_size, p_rules, p_broken, p_first)
    $$;
    revoke all on function ledger_record_verification from public;
    grant execute on function ledger_record_verification to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop function ledger_record_verification;
    drop table ledger_verifications;
  `);
