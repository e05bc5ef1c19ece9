import type { Knex } from 'knex';

/** Reads the totals, exact at any moment: what is not in them yet is added. */
export const up = (db: Knex) =>
  db.raw(`
    -- What ledger_lines_anew says, in no time: of a closed month as its close had it, and of the
    -- newest from the totals and what is not in them yet. Nothing for any other month.
    --
    -- The planner cannot know how little is beyond the marks: what is there is found by its keys.
    create function ledger_lines(p_period text)
    returns table (line text, accounts bigint, debit_minor bigint, credit_minor bigint)
    language plpgsql stable set enable_seqscan = off set enable_hashjoin = off
    set enable_mergejoin = off as $$
    begin
      return query select c.line, c.accounts, c.debit_minor, c.credit_minor
                     from ledger_closing_totals c where c.period = p_period;
      if found then return; end if;
      perform 1 from ledger_periods p where p.id = p_period and p.state = 'closed';
      if found then return; end if;

      return query
      with beyond as materialized (
        select t.* from ledger_totals_mark m
          join ledger_journal j on j.seq > m.through_seq
          join ledger_transfers t on t.id = j.transfer_id
        union all
        select t.* from ledger_sealer s join ledger_transfers t on t.id > s.low_id
         where not exists (select from ledger_journal j where j.transfer_id = t.id)),
      moved as (
        select m.period, m.line, m.debit_minor, m.credit_minor, m.holders from ledger_month_totals m
        union all
        select to_char(b.effective_date, 'YYYY-MM'), ledger_line(a.code), e.debit, e.credit, e.holders
          from beyond b cross join ledger_ends(b) as e join ledger_accounts a on a.id = e.account_id),
      summed as (
        select m.line, sum(m.debit_minor - m.credit_minor)::bigint as net,
               sum(m.holders)::bigint as holders
          from moved m group by 1)
      select s.line, case when s.line like 'member:%' then s.holders else 1 end,
             greatest(s.net, 0), greatest(-s.net, 0)
        from summed s
       where s.net <> 0 and not exists (select from moved m where m.period > p_period);
    end $$;

    grant execute on function ledger_lines to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop function ledger_lines');
