import type { Knex } from 'knex';

/**
 * The close of a month is a proposal, and keeps its times: it is asked for an hour after the
 * month's end at the earliest, and approved within seven days or never.
 *
 * Errors: GL010 the month has not been over for an hour · 23514 ledger_periods_closed_in_time.
 */
export const up = (db: Knex) =>
  db.raw(`
    create table period_closes (
      proposal_id integer primary key references proposals,
      month       text    not null references ledger_periods
    );
    create index period_closes_of_month on period_closes (month);
    comment on table period_closes is 'Every time that somebody asked to close a month.';
    create trigger period_closes_are_never_changed before update or delete or truncate
      on period_closes for each statement execute function refuse_change();
    grant select, insert on period_closes to goodline_app;

    -- Nobody proposed what was being closed until now: whoever asked asks again.
    update ledger_periods
       set state = 'open', closing_by = null, closing_at = null, closing_xid = null
     where state = 'closing';

    alter table ledger_periods add constraint ledger_periods_closed_in_time
      check (closed_at < closing_at + interval '168 hours') not valid;

    -- Whether a month has been over for an hour on end in a zone: at an hour's distance alone it
    -- could be over and not be over yet, where clocks are put back across midnight.
    create function ledger_over_for_an_hour(p_id text, p_at timestamptz, p_zone text)
    returns boolean language sql stable set search_path = public, pg_temp as $$
      select not exists (
        select from generate_series(p_at - interval '1 hour', p_at, interval '1 minute') as t
         where to_char(t at time zone p_zone, 'YYYY-MM') <= p_id)
    $$;

    drop function ledger_begin_close(text, integer, timestamptz);
    create function ledger_begin_close(p_id text, p_maker integer, p_at timestamptz, p_zone text)
    returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_done boolean;
    begin
      if not ledger_over_for_an_hour(p_id, p_at, p_zone) then
        raise exception 'period % has not been over for an hour', p_id using errcode = 'GL010';
      end if;
      update ledger_periods set state = 'closing', closing_by = p_maker, closing_at = p_at,
             closing_xid = pg_current_xact_id()
       where id = p_id and state = 'open' returning true into v_done;
      return coalesce(v_done, false);
    end $$;
    revoke all on function ledger_over_for_an_hour, ledger_begin_close from public;
    grant execute on function ledger_begin_close to goodline_app;

    -- Nobody dates the steps of a close otherwise than by the clock.
    create function ledger_refuse_other_times() returns trigger language plpgsql as $$
      declare v_at timestamptz := coalesce(new.closed_at, new.closing_at);
      begin
        if new.state <> old.state and v_at is not null then
          perform ledger_check_clock(v_at, (v_at at time zone 'UTC')::date);
        end if;
        return new;
      end
    $$;
    revoke all on function ledger_refuse_other_times from public;
    create trigger ledger_periods_are_closed_by_the_clock before update on ledger_periods
      for each row execute function ledger_refuse_other_times();
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop trigger ledger_periods_are_closed_by_the_clock on ledger_periods;
    drop function ledger_refuse_other_times;
    drop function ledger_begin_close(text, integer, timestamptz, text);
    drop function ledger_over_for_an_hour;
    alter table ledger_periods drop constraint ledger_periods_closed_in_time;
    drop table period_closes;

    create function ledger_begin_close(p_id text, p_maker integer, p_at timestamptz)
    returns boolean language sql security definer set search_path = public, pg_temp as $$
      update ledger_periods set state = 'closing', closing_by = p_maker, closing_at = p_at,
             closing_xid = pg_current_xact_id()
       where id = p_id and state = 'open' returning true
    $$;
    revoke all on function ledger_begin_close from public;
    grant execute on function ledger_begin_close to goodline_app;
  `);
