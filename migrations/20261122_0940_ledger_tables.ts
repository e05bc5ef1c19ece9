import type { Knex } from 'knex';

/**
 * The ledger: airtime credit moving between accounts, never made or lost.
 *
 * A transfer has two ends and one amount, so it cannot be out of balance. Nothing is edited: a
 * mistake is put right by another transfer. The ledger knows accounts by code, callers by key and
 * people by number; it holds no personal data and no free text, so erasing a person never touches it.
 */
export const up = (db: Knex) =>
  db.raw(`
    create table ledger_account_kinds (
      pattern text    primary key,
      kind    text    not null,
      guarded boolean not null,
      gl_code text    not null,
      constraint ledger_account_kinds_kind_is_known
        check (kind in ('asset', 'liability', 'equity', 'income', 'expense')),
      constraint ledger_account_kinds_guard_liabilities check (not guarded or kind = 'liability')
    );
    insert into ledger_account_kinds (pattern, kind, guarded, gl_code) values
      ('^expense:rewards$',                'expense',   false, '6100'),
      ('^expense:write-off$',              'expense',   false, '6190'),
      ('^expense:match$',                  'expense',   false, '6120'),
      ('^income:breakage$',                'income',    false, '4900'),
      ('^receivable:clawback$',            'asset',     false, '1290'),
      ('^clearing:billing$',               'liability', false, '2190'),
      ('^liability:charity:[a-z0-9-]+$',   'liability', false, '2150'),
      ('^liability:sponsor:[a-z0-9-]+$',   'liability', false, '2160'),
      ('^member:[1-9][0-9]*:pending$',     'liability', true,  '2110'),
      ('^member:[1-9][0-9]*:available$',   'liability', true,  '2120'),
      ('^member:[1-9][0-9]*:in-transit$',  'liability', true,  '2130');
    comment on table ledger_account_kinds is
      'The chart of accounts: what an account is, by the shape of its code.';
    comment on column ledger_account_kinds.guarded is
      'Whether accounts of this kind keep a balance row that cannot go below zero.';

    create table ledger_accounts (
      id        integer     generated always as identity primary key,
      code      text collate "C" not null constraint ledger_accounts_code_is_unique unique,
      kind      text        not null,
      currency  text        not null check (currency ~ '^[A-Z]{3}$'),
      guarded   boolean     not null,
      gl_code   text        not null,
      opened_at timestamptz not null,
      constraint ledger_accounts_kind_is_known
        check (kind in ('asset', 'liability', 'equity', 'income', 'expense'))
    );

    create table ledger_balances (
      account_id   integer primary key references ledger_accounts,
      amount_minor bigint  not null default 0
                   constraint ledger_balances_never_below_zero check (amount_minor >= 0),
      version      bigint  not null default 0
    ) with (fillfactor = 50);
    comment on table ledger_balances is
      'Credits less debits of guarded accounts. Operator accounts have no row: they are derived.';

    create table ledger_periods (
      id           text        primary key check (id ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      state        text        not null default 'open',
      opened_at    timestamptz not null,
      closing_by   integer,
      closing_at   timestamptz,
      closing_xid  xid8,
      closed_by    integer,
      closed_at    timestamptz,
      last_seq     bigint,
      constraint ledger_periods_state_is_known check (state in ('open', 'closing', 'closed')),
      constraint ledger_periods_closing_has_a_maker
        check ((state = 'open') = (closing_by is null) and num_nulls(closing_by, closing_at) in (0, 2)),
      constraint ledger_periods_closed_has_a_checker
        check ((state = 'closed') = (closed_by is not null) and (closed_by is null) = (closed_at is null)),
      constraint ledger_periods_closed_says_how_far
        check ((state = 'closed') = (last_seq is not null)),
      constraint ledger_periods_maker_is_not_checker check (closed_by <> closing_by)
    );
    comment on column ledger_periods.closing_xid is
      'The transaction that began the close: a fence must have been raised after it.';
    comment on column ledger_periods.last_seq is
      'The last number in the journal when it was closed: how far its files look, for ever.';
    comment on table ledger_periods is 'Calendar months in the operator''s time zone: open, closing, closed for ever.';

    create table ledger_transfers (
      id                bigint      generated always as identity primary key,
      key               text collate "C" not null
                        constraint ledger_transfers_key_is_unique unique
                        check (key ~ '^[a-z0-9.:_-]{1,120}$'),
      event             text        not null,
      debit_account_id  integer     not null,
      credit_account_id integer     not null,
      amount_minor      bigint      not null
                        constraint ledger_transfers_move_something check (amount_minor > 0),
      currency          text        not null,
      debit_after       bigint,
      credit_after      bigint,
      pending           boolean     not null,
      settles           bigint      constraint ledger_transfers_settle_once unique
                                    references ledger_transfers,
      reverses          bigint      constraint ledger_transfers_reverse_once unique
                                    references ledger_transfers,
      journal           bigint      not null,
      ref               text        not null check (ref ~ '^[a-z-]+:[0-9a-z-]+$'),
      actor_id          integer,
      approver_id       integer,
      recorded_at       timestamptz not null,
      effective_date    date        not null,
      constraint ledger_transfers_have_two_ends check (debit_account_id <> credit_account_id),
      constraint ledger_transfers_maker_is_not_checker check (approver_id <> actor_id),
      constraint ledger_transfers_reverse_by_name
        check ((event = 'reversal') = (reverses is not null)),
      constraint ledger_transfers_adjust_with_two_people
        check (event <> 'adjustment' or (actor_id is not null and approver_id is not null)),
      constraint ledger_transfers_event_is_known check (event in (
        'reward.hold', 'reward.release', 'reward.void', 'reward.clawback', 'reward.recovery',
        'payout.reserve', 'payout.confirm', 'payout.fail', 'credit.expire', 'adjustment',
        'reversal', 'sponsor.fund', 'match'))
    );
    create index ledger_transfers_of_debited on ledger_transfers (debit_account_id, id)
      where debit_after is not null;
    create index ledger_transfers_of_credited on ledger_transfers (credit_account_id, id)
      where credit_after is not null;
    create index ledger_transfers_by_date on ledger_transfers (effective_date, id);
    comment on column ledger_transfers.key is
      'The caller''s name for this movement: posted twice it moves money once.';
    comment on column ledger_transfers.debit_account_id is
      'references ledger_accounts: without a foreign key, which would lock the hot parent row.';
    comment on column ledger_transfers.credit_account_id is
      'references ledger_accounts: without a foreign key, which would lock the hot parent row.';
    comment on column ledger_transfers.pending is 'Waits to be settled, once, by another transfer.';
    comment on column ledger_transfers.settles is 'The pending transfer that this one ends.';
    comment on column ledger_transfers.journal is 'The first transfer of the same business event.';
    comment on column ledger_transfers.ref is 'The business record, as kind:id.';
    comment on column ledger_transfers.effective_date is
      'The operator''s date, or the first of the open month where its own was already closing.';

    create table ledger_journal (
      seq         bigint primary key,
      transfer_id bigint not null unique references ledger_transfers
    );
    comment on table ledger_journal is
      'The gapless number finance sees, given after commit so that nobody waits for it.';

    create table ledger_clock (
      one            boolean primary key default true check (one),
      tolerance      interval
    );
    insert into ledger_clock (tolerance) values ('60 seconds');
    comment on column ledger_clock.tolerance is
      'How far a recorded instant may be from the server''s clock; null while history is imported.';

    do $$ declare t text; begin
      foreach t in array array['ledger_transfers', 'ledger_journal', 'ledger_account_kinds'] loop
        execute format('create trigger %I before update or delete or truncate on %I
          for each statement execute function refuse_change()', t || '_are_never_changed', t);
      end loop;
    end $$;
    create trigger ledger_accounts_are_never_changed before update or delete or truncate
      on ledger_accounts for each statement execute function refuse_change();
    create trigger ledger_balances_are_never_removed before delete or truncate
      on ledger_balances for each statement execute function refuse_change();
    create trigger ledger_periods_are_never_removed before delete or truncate
      on ledger_periods for each statement execute function refuse_change();

    grant select on ledger_account_kinds, ledger_accounts, ledger_balances, ledger_periods,
      ledger_transfers, ledger_journal, ledger_clock to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`drop table ledger_clock, ledger_journal, ledger_transfers, ledger_periods,
    ledger_balances, ledger_accounts, ledger_account_kinds`);
