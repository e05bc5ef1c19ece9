import type { Knex } from 'knex';

/**
 * Closing a month by two people without a lock that every post would share.
 *
 * From the commit of begin_close on, new posts see 'closing' and go to the next open month.
 * Whoever still read 'open' took its transaction id before the fence; once every transaction
 * older than the fence is over, nothing can arrive in the month any more, and end_close is safe.
 */
export const up = (db: Knex) =>
  db.raw(`
    create function ledger_open_period(p_id text, p_at timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
      insert into ledger_periods (id, opened_at) values (p_id, p_at) on conflict do nothing
    $$;

    create function ledger_begin_close(p_id text, p_maker integer, p_at timestamptz)
    returns boolean language sql security definer set search_path = public, pg_temp as $$
      update ledger_periods set state = 'closing', closing_by = p_maker, closing_at = p_at,
             closing_xid = pg_current_xact_id()
       where id = p_id and state = 'open' returning true
    $$;

    create function ledger_stop_close(p_id text)
    returns boolean language sql security definer set search_path = public, pg_temp as $$
      update ledger_periods set state = 'open', closing_by = null, closing_at = null,
             closing_xid = null
       where id = p_id and state = 'closing' returning true
    $$;

    create function ledger_end_close(p_id text, p_checker integer, p_at timestamptz, p_fence xid8)
    returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_done boolean;
    begin
      if pg_snapshot_xmin(pg_current_snapshot()) <= p_fence then return false; end if;
      update ledger_periods set state = 'closed', closed_by = p_checker, closed_at = p_at,
             last_seq = (select coalesce(max(seq), 0) from ledger_journal)
       where id = p_id and state = 'closing' and closing_xid < p_fence returning true into v_done;
      return coalesce(v_done, false);
    end $$;

    create function ledger_refuse_reopening() returns trigger language plpgsql as $$
      begin
        if old.state = 'closed' or new.id <> old.id then
          raise exception 'period % is closed for ever', old.id using errcode = 'GL002';
        end if;
        return new;
      end
    $$;
    create trigger ledger_periods_are_closed_for_ever before update on ledger_periods
      for each row execute function ledger_refuse_reopening();

    -- Gives every committed transfer its number, in order of posting, without gaps. One at a time.
    create function ledger_number_transfers() returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_last bigint; v_given bigint;
    begin
      perform pg_advisory_xact_lock(hashtext('ledger_number_transfers'));
      select coalesce(max(seq), 0) into v_last from ledger_journal;
      insert into ledger_journal (seq, transfer_id)
      select v_last + row_number() over (order by t.id), t.id
        from ledger_transfers t
       where not exists (select 1 from ledger_journal j where j.transfer_id = t.id);
      get diagnostics v_given = row_count;
      return v_given;
    end $$;

    revoke all on function ledger_open_period, ledger_begin_close, ledger_stop_close,
      ledger_end_close, ledger_refuse_reopening, ledger_number_transfers from public;
    grant execute on function ledger_begin_close, ledger_stop_close, ledger_end_close,
      ledger_number_transfers to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop trigger ledger_periods_are_closed_for_ever on ledger_periods;
    drop function ledger_number_transfers, ledger_refuse_reopening, ledger_end_close,
      ledger_stop_close, ledger_begin_close, ledger_open_period;
  `);
