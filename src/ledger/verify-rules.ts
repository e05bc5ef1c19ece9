import type { Rules } from './verify.ts';

const SIDES = `
  select id, credit_account_id as account_id, credit_after as after, amount_minor as change,
         effective_date
    from ledger_transfers
  union all
  select id, debit_account_id, debit_after, -amount_minor, effective_date from ledger_transfers`;

/** What must hold of transfers, accounts, balances, numbers and months. */
export const RULES: Rules = {
  'Every guarded balance is the sum of its transfers': `
    select a.code || ' holds ' || b.amount_minor || ', its transfers say ' || coalesce(s.total, 0)
           as offender
      from ledger_balances b
      join ledger_accounts a on a.id = b.account_id
      left join (select account_id, sum(change) as total, count(*) as moves
                   from (${SIDES}) as sides group by account_id) s using (account_id)
     where b.amount_minor <> coalesce(s.total, 0) or b.version <> coalesce(s.moves, 0)`,
  'Every running balance follows from the one before, in the order of the numbers': `
    select 'transfer ' || id as offender
      from (select id, after, change,
                   lag(after) over (partition by account_id order by seq nulls last, id) as before
              from (${SIDES}) as sides left join ledger_journal on transfer_id = id
             where after is not null) as chain
     where after <> coalesce(before, 0) + change`,
  'What settles or reverses a transfer comes after it': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t
      join ledger_journal j on j.transfer_id = t.id
      left join ledger_journal o on o.transfer_id = coalesce(t.settles, t.reverses)
     where num_nonnulls(t.settles, t.reverses) > 0 and (o.seq < j.seq) is not true`,
  'Every guarded account has a balance and was never below zero': `
    select a.code as offender from ledger_accounts a
      left join ledger_balances b on b.account_id = a.id
     where a.guarded <> (b.account_id is not null) or b.amount_minor < 0
    union all
    select 'transfer ' || id from ledger_transfers where debit_after < 0 or credit_after < 0`,
  'Every settlement ends a pending transfer, once, by its own amount': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t left join ledger_transfers p on p.id = t.settles
     where t.settles is not null
       and (p.pending, p.credit_account_id, p.amount_minor)
           is distinct from (true, t.debit_account_id, t.amount_minor)
    union all
    select 'transfer ' || settles from ledger_transfers group by settles having count(settles) > 1`,
  'Every reversal mirrors what it reverses, once': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t left join ledger_transfers o on o.id = t.reverses
     where t.reverses is not null
       and (o.credit_account_id, o.debit_account_id, o.amount_minor)
           is distinct from (t.debit_account_id, t.credit_account_id, t.amount_minor)
    union all
    select 'transfer ' || reverses from ledger_transfers
     group by reverses having count(reverses) > 1`,
  'Every account holds just what the pending transfers into it wait to settle': `
    select a.code || ' holds ' || b.amount_minor || ', waiting is ' || coalesce(w.total, 0)
           as offender
      from ledger_balances b
      join ledger_accounts a on a.id = b.account_id and a.code ~ ':(pending|in-transit)$'
      left join (select t.credit_account_id as account_id, sum(t.amount_minor) as total
                   from ledger_transfers t
                  where t.pending
                    and not exists (select 1 from ledger_transfers s where s.settles = t.id)
                  group by 1) w using (account_id)
     where b.amount_minor <> coalesce(w.total, 0)`,
  'The journal is gapless and numbers every transfer it names once': `
    select 'entry ' || seq as offender
      from (select seq, row_number() over (order by seq) as expected from ledger_journal) as j
     where seq <> expected`,
  'Every transfer has two accounts, and every number its transfer': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t
      left join ledger_accounts d on d.id = t.debit_account_id
      left join ledger_accounts c on c.id = t.credit_account_id
     where d.id is null or c.id is null or d.id = c.id or t.amount_minor <= 0
    union all
    select 'entry ' || seq from ledger_journal left join ledger_transfers t on t.id = transfer_id
     where t.id is null`,
  'Every account keeps one currency': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t
      join ledger_accounts d on d.id = t.debit_account_id
      join ledger_accounts c on c.id = t.credit_account_id
     where d.currency <> t.currency or c.currency <> t.currency`,
  'Every transfer that nothing can come before any more has its number': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t
     where t.id <= (select max(low_id) from ledger_sealer)
       and not exists (select from ledger_journal j where j.transfer_id = t.id)`,
  'Every account is what the chart of accounts says': `
    select a.code as offender
      from ledger_accounts a left join ledger_account_kinds k on a.code ~ k.pattern
     where (a.kind, a.guarded, a.gl_code) is distinct from (k.kind, k.guarded, k.gl_code)`,
  'Every closed month ends where its checkpoint says': `
    select 'month ' || id as offender
      from ledger_periods p
      full join (select substr(why, 7) as id, tree_size from ledger_checkpoints
                  where why like 'close:%') k using (id)
     where (p.state = 'closed') is distinct from (k.id is not null)
        or p.last_seq is distinct from k.tree_size`,
  'Nothing was added to a closed month': `
    select 'transfer ' || t.id as offender
      from ledger_periods p
      join ledger_transfers t on to_char(t.effective_date, 'YYYY-MM') = p.id
      left join ledger_journal j on j.transfer_id = t.id
     where p.state = 'closed' and (j.seq <= p.last_seq) is not true`,
  'Blocks are numbered without gaps, and each adds up': `
    select 'block ' || number as offender
      from (select b.*, lag(number, 1, 0::bigint) over by_number as number_before,
                   lag(tree_size, 1, 0::bigint) over by_number as size_before,
                   so_far - lag(so_far, 1, 0::numeric) over by_number as held
              from ledger_blocks b
              left join (select seq, sum(amount_minor) over (order by seq rows unbounded preceding)
                                     as so_far
                           from ledger_journal join ledger_transfers t on t.id = transfer_id) as sums
                on sums.seq = b.tree_size
            window by_number as (order by number)) as b
     where number <> number_before + 1 or entries <> tree_size - size_before
        or amount_minor is distinct from held`,
  'Every month’s totals are the sums of its entries': `
    select period || ' ' || line || ': kept '
           || coalesce(m.debit_minor || ' Dr ' || m.credit_minor || ' Cr', 'nothing')
           || ', entries say ' || coalesce(e.debit || ' Dr ' || e.credit || ' Cr', 'nothing')
           as offender
      from ledger_month_totals m
      full join (
           select to_char(s.effective_date, 'YYYY-MM') as period, ledger_line(a.code) as line,
                  sum(greatest(-change, 0)) as debit, sum(greatest(change, 0)) as credit,
                  count(*) filter (where change > 0 and after = change)
                  - count(*) filter (where change < 0 and after = 0) as holders
             from (${SIDES}) as s
             join ledger_journal j on j.transfer_id = s.id
             join ledger_totals_mark mark on j.seq <= mark.through_seq
             join ledger_accounts a on a.id = s.account_id
            group by 1, 2) e using (period, line)
     where (m.debit_minor, m.credit_minor, m.holders)
           is distinct from (e.debit, e.credit, e.holders)`,
};
