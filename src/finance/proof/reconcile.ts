import type { Knex } from 'knex';

import { type Finding, findBroken, type Rules } from '../../ledger/verify.ts';

/**
 * Holds the ledger against the states it came from: one reward of an acceptance, and every
 * transfer and balance just what the rewards say. Sums that balance prove almost nothing; this does.
 */
export const reconcileBooks = (db: Knex): Promise<Finding[]> => findBroken(db, RULES);

/** What each reward has moved in the ledger, by its acceptance. */
const MOVED = `
  select t.ref,
         sum(case when c.code = 'expense:rewards' then -t.amount_minor
                  when d.code = 'expense:rewards' then t.amount_minor else 0 end) as cost,
         sum(case when c.code like 'member:%:pending' then t.amount_minor else 0 end)
         - sum(case when d.code like 'member:%:pending' then t.amount_minor else 0 end) as pending
    from ledger_transfers t
    join ledger_accounts d on d.id = t.debit_account_id
    join ledger_accounts c on c.id = t.credit_account_id
   where t.ref like 'acceptance:%'
   group by t.ref`;

/** Adjustments with their cases and what was posted under their keys. */
const ADJUSTED = `
  select a.*, p.kind as proposed, p.made_by, p.decided_by, p.decision, t.id as posted_id,
         (t.debit_account_id, t.credit_account_id, t.amount_minor, t.currency, t.event, t.ref,
          t.actor_id, t.approver_id)
         is not distinct from
         (d.id, c.id, a.amount_minor, a.currency, 'adjustment', 'adjustment:' || a.id,
          p.made_by, p.decided_by) as is_as_asked
    from adjustments a
    join proposals p on p.id = a.proposal_id
    left join ledger_transfers t on t.key = 'adjustment.' || a.id
    left join ledger_accounts d on d.code = a.debit
    left join ledger_accounts c on c.code = a.credit`;

const RULES: Rules = {
  'Every acceptance has a reward, paid or refused': `
    select 'acceptance ' || a.id as offender
      from acceptances a left join rewards r on r.acceptance_id = a.id
     where r.id is null`,
  'Only an acceptance that stands is rewarded': `
    select 'acceptance ' || a.id as offender
      from acceptances a join rewards r on r.acceptance_id = a.id
     where a.withdrawn_at is not null and r.state in ('waiting', 'held', 'released')`,
  'A question has at most one live reward': `
    select 'question ' || a.question_id as offender
      from acceptances a join rewards r on r.acceptance_id = a.id
     where r.state in ('waiting', 'held', 'released')
     group by a.question_id having count(*) > 1`,
  'Each reward has cost what its state says': `
    select 'acceptance ' || r.acceptance_id as offender
      from rewards r left join (${MOVED}) m on m.ref = 'acceptance:' || r.acceptance_id
     where coalesce(m.cost, 0) <>
           case when r.state in ('held', 'released') then r.amount_minor else 0 end`,
  'Each reward that is being checked waits in the ledger, and no other': `
    select 'acceptance ' || r.acceptance_id as offender
      from rewards r left join (${MOVED}) m on m.ref = 'acceptance:' || r.acceptance_id
     where coalesce(m.pending, 0) <> case when r.state = 'held' then r.amount_minor else 0 end`,
  'Each month’s budget has paid what its rewards say, and never more than there was': `
    select 'budget ' || b.month as offender
      from reward_budgets b left join (
           select budget_month as month, sum(amount_minor) as paid from rewards
            where state in ('held', 'released') group by 1) r using (month)
     where b.committed_minor <> coalesce(r.paid, 0)
        or b.committed_minor > b.budget_minor + b.raised_minor`,
  'No transfer names an acceptance without a reward': `
    select m.ref as offender from (${MOVED}) m
      left join rewards r on 'acceptance:' || r.acceptance_id = m.ref
     where r.id is null`,
  'What moves between the operator’s own accounts is of a reward or an adjustment': `
    select 'transfer ' || id as offender
      from ledger_transfers
     where debit_after is null and credit_after is null
       and ref !~ '^(acceptance|adjustment):[0-9]+$'`,
  'Whoever asked to close a month and whoever closed it said so': `
    select 'month ' || p.id as offender
      from ledger_periods p
     where p.state = 'closed'
       and not (exists (select from events e where e.name = 'period closing'
                           and e.details ->> 'period' = p.id and e.actor_id = p.closing_by)
            and exists (select from events e where e.name = 'period closed'
                           and e.details ->> 'period' = p.id and e.actor_id = p.closed_by))`,
  'A failed audit leaves no reward': `
    select 'acceptance ' || r.acceptance_id as offender
      from rewards r
     where r.state in ('waiting', 'held', 'released')
       and (select v.verdict from verdicts v join audits a on a.id = v.audit_id
             where a.acceptance_id = r.acceptance_id and v.undone_at is null
             order by v.decided_at desc, v.id desc limit 1) = 'fail'`,
  'Every approved adjustment was posted once, as two people agreed': `
    select 'adjustment ' || id as offender from (${ADJUSTED}) a
     where (decision is not distinct from 'approved')
           <> (posted_id is not null and posted_id is not distinct from transfer_id)
        or posted_id is not null and not is_as_asked
        or proposed <> kind`,
  'No adjustment was posted that nobody asked for': `
    select t.key as offender
      from ledger_transfers t left join adjustments a on a.transfer_id = t.id
     where t.event = 'adjustment' and a.id is null`,
  'Every month that was approved is closed, by the two who asked and approved': `
    select 'month ' || c.month as offender
      from period_closes c
      join proposals p on p.id = c.proposal_id
      join ledger_periods m on m.id = c.month
     where p.decision = 'approved'
       and (m.state, m.closing_by, m.closed_by)
           is distinct from ('closed', p.made_by, p.decided_by)`,
  'What members owe is what the ledger says is to be repaid': `
    select 'the ledger says ' || coalesce(ledger.owed, 0) || ', debts say ' || debts.owed as offender
      from (select coalesce(sum(owed_minor), 0) as owed from reward_debts) as debts,
           (select sum(case when t.debit_account_id = d.id then t.amount_minor
                            else -t.amount_minor end) as owed
              from ledger_accounts d join ledger_transfers t
                on d.id in (t.debit_account_id, t.credit_account_id)
             where d.code = 'receivable:clawback') as ledger
     where coalesce(ledger.owed, 0) <> debts.owed`,
};
