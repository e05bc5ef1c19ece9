/**
 * What the ledger would hold: each reward set aside when it was accepted and released when it was,
 * in the order of time, with the running balances that follow from it.
 */
export const LEDGER = `
  insert into ledger_accounts (code, kind, currency, guarded, gl_code, opened_at)
  select 'expense:rewards', kind, :currency, guarded, gl_code, :begins
    from ledger_account_kinds where 'expense:rewards' ~ pattern;
  insert into ledger_accounts (code, kind, currency, guarded, gl_code, opened_at)
  select code, kind, :currency, guarded, gl_code, :begins
    from (select distinct 'member:' || author || ':' || bucket as code
            from earned cross join (values ('pending'), ('available')) as buckets (bucket)
           where refusal is null and (bucket = 'pending' or released is not null)) as codes
    join ledger_account_kinds on code ~ pattern
   order by code;
  create temporary table moves as
  select row_number() over (order by at, step, id) as transfer_id, *
    from (select id, author, amount, accepted as at, 1 as step from earned where refusal is null
          union all
          select id, author, amount, released, 2 from earned where released is not null) as all_moves;
  create temporary table posted as
  select m.*, p.id as pending_account, v.id as available_account,
         sum(case m.step when 1 then amount else -amount end)
           over (partition by m.author order by transfer_id) as pending_after,
         sum(case m.step when 1 then 0 else amount end)
           over (partition by m.author order by transfer_id) as available_after,
         first_value(transfer_id) over (partition by m.id order by m.step) as hold_id
    from moves m
    join ledger_accounts p on p.code = 'member:' || m.author || ':pending'
    left join ledger_accounts v on v.code = 'member:' || m.author || ':available';
  insert into ledger_transfers (id, key, event, debit_account_id, credit_account_id, amount_minor,
    currency, debit_after, credit_after, pending, settles, journal, ref, recorded_at, effective_date)
  overriding system value
  select transfer_id, 'reward.' || id || case step when 1 then '.hold' else '.release' end,
         case step when 1 then 'reward.hold' else 'reward.release' end,
         case step when 1 then (select id from ledger_accounts where code = 'expense:rewards')
                   else pending_account end,
         case step when 1 then pending_account else available_account end,
         amount, :currency,
         case step when 2 then pending_after end,
         case step when 1 then pending_after else available_after end,
         step = 1, case step when 2 then hold_id end, transfer_id, 'acceptance:' || id, at,
         (at at time zone :timeZone)::date
    from posted order by transfer_id;
  select setval('ledger_transfers_id_seq', coalesce(max(id), 0) + 1, false) from ledger_transfers;
  insert into ledger_balances (account_id, amount_minor, version)
  select a.id, coalesce(sum(e.credit - e.debit), 0), count(e.account_id)
    from ledger_accounts a
    left join (ledger_transfers t cross join ledger_ends(t) as e) on e.account_id = a.id
   where a.guarded group by a.id;
  insert into ledger_periods (id, opened_at)
  select to_char(effective_date, 'YYYY-MM'), min(recorded_at) from ledger_transfers group by 1
  on conflict do nothing;
  insert into rewards (acceptance_id, member_id, asker_id, rule_set_id, amount_minor, currency,
    month, state, refusal, because, cleared_because, audit_drawn, hold_until, pending_transfer_id,
    made_at, changed_at, funded_at)
  select e.id, e.author, e.asker, rule_set_id, case when refusal is null then e.amount else 0 end,
         :currency, month,
         case when refusal is not null then 'refused' when released is null then 'held'
              else 'released' end, refusal, said.because, said.because, drawn, hold_until,
         case when refusal is null and released is null then p.hold_id end, accepted,
         coalesce(released, accepted), case when refusal is null then accepted end
    from earned e left join posted p on p.id = e.id and p.step = 1
   cross join lateral (select case when released is null then null
                                   when drawn then 'audit-passed' else 'quiet-days' end as because) said
   order by e.id;
  drop table posted, moves, earned, terms`;
