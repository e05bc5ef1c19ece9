import type { Knex } from 'knex';

/**
 * The one door to the ledger. The application's role may call it and read; it may not write.
 *
 * Errors: GL001 the key was used for another transfer · GL002 no open period · GL003 no such kind
 * of account · GL004 currencies differ · GL005 cannot be settled so · GL006 is not mirrored ·
 * GL007 the clock is off · GL008 the transaction may not see that a month was closed ·
 * 23514 ledger_balances_never_below_zero the account does not hold enough.
 */
export const up = (db: Knex) =>
  db.raw(`
    create function ledger_account(p_code text, p_currency text, p_at timestamptz)
    returns ledger_accounts language plpgsql security definer
    set search_path = public, pg_temp as $$
    declare v_account ledger_accounts; v_kind ledger_account_kinds;
    begin
      select * into v_account from ledger_accounts where code = p_code;
      if not found then
        select * into v_kind from ledger_account_kinds k where p_code ~ k.pattern;
        if not found then
          raise exception 'no kind of account has the code %', p_code using errcode = 'GL003';
        end if;
        insert into ledger_accounts (code, kind, currency, guarded, gl_code, opened_at)
        values (p_code, v_kind.kind, p_currency, v_kind.guarded, v_kind.gl_code, p_at)
        on conflict (code) do nothing;
        select * into strict v_account from ledger_accounts where code = p_code;
        if v_account.guarded then
          insert into ledger_balances (account_id) values (v_account.id) on conflict do nothing;
        end if;
      end if;
      if v_account.currency <> p_currency then
        raise exception 'account % is kept in %', p_code, v_account.currency using errcode = 'GL004';
      end if;
      return v_account;
    end $$;

    -- The date to book under: the given one, or the first of the next open month when its own
    -- month is no longer open. A month after every closed one opens by itself.
    create function ledger_open_date(p_date date, p_at timestamptz)
    returns date language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_id text := to_char(p_date, 'YYYY-MM'); v_state text; v_next text;
    begin
      select state into v_state from ledger_periods where id = v_id;
      if v_state = 'open' then return p_date; end if;
      if v_state is null then
        perform 1 from ledger_periods where id > v_id and state <> 'open';
        if found then
          raise exception 'no open period for %', p_date using errcode = 'GL002';
        end if;
        insert into ledger_periods (id, opened_at) values (v_id, p_at) on conflict do nothing;
        return p_date;
      end if;
      select min(id) into v_next from ledger_periods where id > v_id and state = 'open';
      if v_next is null then
        -- The month after the last that is closed or closing: the same for whoever asks meanwhile.
        select to_char((max(id) || '-01')::date + interval '1 month', 'YYYY-MM') into v_next
          from ledger_periods where state <> 'open';
        insert into ledger_periods (id, opened_at) values (v_next, p_at) on conflict do nothing;
      end if;
      return (v_next || '-01')::date;
    end $$;

    create function ledger_check_clock(p_at timestamptz, p_date date)
    returns void language plpgsql stable security definer set search_path = public, pg_temp as $$
    declare v_tolerance interval;
    begin
      select tolerance into v_tolerance from ledger_clock;
      if p_at between clock_timestamp() - v_tolerance and clock_timestamp() + v_tolerance
         and p_date between (p_at at time zone 'UTC')::date - 1 and (p_at at time zone 'UTC')::date + 1
         or v_tolerance is null then return; end if;
      raise exception 'recorded at %, but it is %', p_at, clock_timestamp() using errcode = 'GL007';
    end $$;

    create function ledger_post(
      p_key text, p_event text, p_debit text, p_credit text, p_amount bigint, p_currency text,
      p_ref text, p_at timestamptz, p_date date, p_actor integer default null,
      p_approver integer default null, p_settles bigint default null,
      p_reverses bigint default null, p_journal bigint default null)
    returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      d ledger_accounts; c ledger_accounts; v_old ledger_transfers; v_other ledger_transfers;
      v_d_after bigint; v_c_after bigint; v_id bigint; v_date date;
      v_pending boolean := p_event in ('reward.hold', 'payout.reserve');
    begin
      perform pg_current_xact_id(); -- before anything is read: the fence of a close relies on it
      if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'post in read committed: older snapshots miss the close of a month'
          using errcode = 'GL008';
      end if;
      d := ledger_account(p_debit, p_currency, p_at);
      c := ledger_account(p_credit, p_currency, p_at);
      select * into v_old from ledger_transfers where key = p_key;
      if found then
        if (v_old.debit_account_id, v_old.credit_account_id, v_old.amount_minor, v_old.event,
            v_old.settles, v_old.reverses, v_old.ref)
           is distinct from (d.id, c.id, p_amount, p_event, p_settles, p_reverses, p_ref)
        then
          raise exception 'key % was used for another transfer', p_key using errcode = 'GL001';
        end if;
        return v_old.id;
      end if;
      perform ledger_check_clock(p_at, p_date);
      v_date := ledger_open_date(p_date, p_at);
      if p_settles is not null then
        select * into v_other from ledger_transfers where id = p_settles;
        if not found or not v_other.pending
           or (v_other.credit_account_id, v_other.amount_minor) is distinct from (d.id, p_amount)
        then
          raise exception 'transfer % cannot be settled so', p_settles using errcode = 'GL005';
        end if;
      end if;
      if p_reverses is not null then
        select * into v_other from ledger_transfers where id = p_reverses;
        if not found or v_other.pending
           or (v_other.credit_account_id, v_other.debit_account_id, v_other.amount_minor)
              is distinct from (d.id, c.id, p_amount)
        then
          raise exception 'transfer % is not mirrored', p_reverses using errcode = 'GL006';
        end if;
        -- Undoing a settlement puts the amount back where it waits to be settled again.
        v_pending := v_other.settles is not null;
      end if;
      -- Money waits only for what will settle it, and moves on only by settling it.
      if (d.code ~ ':(pending|in-transit)$') <> (p_settles is not null)
         or (c.code ~ ':(pending|in-transit)$') <> v_pending
      then
        raise exception '% may not move from % to % so', p_event, p_debit, p_credit
          using errcode = 'GL005';
      end if;
      if d.guarded and c.guarded and c.id < d.id then -- ascending order: no deadlock
        perform 1 from ledger_balances where account_id = c.id for update;
      end if;
      if d.guarded then
        update ledger_balances set amount_minor = amount_minor - p_amount, version = version + 1
         where account_id = d.id returning amount_minor into strict v_d_after;
      end if;
      if c.guarded then
        update ledger_balances set amount_minor = amount_minor + p_amount, version = version + 1
         where account_id = c.id returning amount_minor into strict v_c_after;
      end if;
      v_id := nextval(pg_get_serial_sequence('ledger_transfers', 'id'));
      insert into ledger_transfers (id, key, event, debit_account_id, credit_account_id,
        amount_minor, currency, debit_after, credit_after, pending, settles, reverses, journal,
        ref, actor_id, approver_id, recorded_at, effective_date)
      overriding system value values (v_id, p_key, p_event, d.id, c.id,
        p_amount, p_currency, v_d_after, v_c_after, v_pending, p_settles, p_reverses,
        coalesce(p_journal, v_id), p_ref, p_actor, p_approver, p_at, v_date);
      return v_id;
    end $$;

    revoke all on function ledger_account, ledger_open_date, ledger_check_clock, ledger_post
      from public;
    grant execute on function ledger_post to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop function ledger_post, ledger_check_clock, ledger_open_date, ledger_account');
