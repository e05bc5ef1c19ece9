import type { Knex } from 'knex';

/**
 * What every month has moved, line by line, so that nobody adds the whole ledger up to read a trial
 * balance. Folded from the journal behind its own mark by a job: posts never wait for it.
 */
export const up = async (db: Knex) => {
  await db.raw(TABLES);
  await db.raw(LINES);
  await db.raw(FOLDING);
};

const TABLES = `
  create table ledger_month_totals (
    period       text   not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    line         text collate "C" not null,
    debit_minor  bigint not null,
    credit_minor bigint not null,
    holders      bigint not null,
    primary key (period, line)
  );
  comment on table ledger_month_totals is 'What was booked under a month, by lines of accounts.';
  comment on column ledger_month_totals.line is
    'An account''s code; members'' accounts are one line each, as member:%:available.';
  comment on column ledger_month_totals.holders is
    'Members'' accounts that came to hold something, less those that were emptied.';

  create table ledger_totals_mark (
    one         boolean primary key default true check (one),
    through_seq bigint  not null default 0
  );
  insert into ledger_totals_mark default values;
  comment on column ledger_totals_mark.through_seq is
    'Entries up to this number are in the totals.';

  create table ledger_closing_totals (
    period       text   not null references ledger_periods,
    line         text collate "C" not null,
    accounts     bigint not null,
    debit_minor  bigint not null,
    credit_minor bigint not null,
    primary key (period, line)
  );
  comment on table ledger_closing_totals is
    'The trial balance at the end of a closed month, of the entries that its close had sealed.';
  comment on column ledger_closing_totals.accounts is 'How many of them hold something.';
  create trigger ledger_closing_totals_are_never_changed before update or delete or truncate
    on ledger_closing_totals for each statement execute function refuse_change();
`;

const LINES = `
  create function ledger_line(p_code text) returns text language sql immutable as $$
    select regexp_replace(p_code, '^member:[0-9]+:', 'member:%:')
  $$;

  -- The two ends of a transfer. A member's account came to hold something where all it holds is
  -- what came, and was emptied where nothing is left.
  create function ledger_ends(t ledger_transfers)
  returns table (account_id integer, debit bigint, credit bigint, holders integer)
  language sql immutable rows 2 as $$
    values (t.debit_account_id, t.amount_minor, 0::bigint,
            case when t.debit_after = 0 then -1 else 0 end),
           (t.credit_account_id, 0, t.amount_minor,
            case when t.credit_after = t.amount_minor then 1 else 0 end)
  $$;

  -- Added up anew from every transfer dated before a day; up to a number, or numbered or not.
  create function ledger_lines_anew(p_before date, p_through bigint)
  returns table (line text, accounts bigint, debit_minor bigint, credit_minor bigint)
  language sql stable as $$
    select ledger_line(a.code), count(*),
           sum(greatest(net, 0))::bigint, sum(greatest(-net, 0))::bigint
      from (select e.account_id, sum(e.debit - e.credit) as net
              from ledger_transfers t cross join ledger_ends(t) as e
             where t.effective_date < p_before
               and (p_through is null
                    or t.id in (select transfer_id from ledger_journal where seq <= p_through))
             group by 1) as nets
      join ledger_accounts a on a.id = account_id
     where net <> 0
     group by 1
  $$;
`;

const FOLDING = `
  -- Adds the next entries to the totals and says how many. One at a time. Writes down the closing
  -- totals of one month, if one was closed since, once everything it closed over is in.
  create function ledger_fold_totals(p_limit integer) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare v_mark bigint; v_folded bigint; v_last bigint; v_closed ledger_periods;
  begin
    select through_seq into v_mark from ledger_totals_mark for update;
    -- Planned afresh, so that the planner knows how few entries these are.
    execute $query$
      with fresh as materialized (
        select j.seq, t as transfer
          from ledger_journal j join ledger_transfers t on t.id = j.transfer_id
         where j.seq > $1 and j.seq <= $1 + $2),
      folded as (
        insert into ledger_month_totals as m
        select to_char((f.transfer).effective_date, 'YYYY-MM'), ledger_line(a.code),
               sum(e.debit), sum(e.credit), sum(e.holders)
          from fresh f cross join ledger_ends(f.transfer) as e
          join ledger_accounts a on a.id = e.account_id
         group by 1, 2
        on conflict (period, line) do update
           set debit_minor = m.debit_minor + excluded.debit_minor,
               credit_minor = m.credit_minor + excluded.credit_minor,
               holders = m.holders + excluded.holders)
      select count(*), max(seq) from fresh $query$
      into v_folded, v_last using v_mark, p_limit;
    if v_folded > 0 then
      v_mark := v_last;
      update ledger_totals_mark set through_seq = v_mark;
    end if;

    select p.* into v_closed from ledger_periods p
     where p.state = 'closed' and p.last_seq <= v_mark
       and not exists (select from ledger_closing_totals c where c.period = p.id)
     order by p.id limit 1;
    if found then
      insert into ledger_closing_totals
      select v_closed.id, l.* from ledger_lines_anew(
        ((v_closed.id || '-01')::date + interval '1 month')::date, v_closed.last_seq) as l;
    end if;
    return v_folded;
  end $$;

  revoke all on function ledger_fold_totals from public;
  grant execute on function ledger_line, ledger_ends, ledger_lines_anew, ledger_fold_totals
    to goodline_app;
  grant select on ledger_month_totals, ledger_totals_mark, ledger_closing_totals to goodline_app;
`;

export const down = (db: Knex) =>
  db.raw(`
    drop function ledger_fold_totals, ledger_lines_anew, ledger_ends, ledger_line;
    drop table ledger_closing_totals, ledger_totals_mark, ledger_month_totals;
  `);
