import { expect } from 'chai';
import type { Knex } from 'knex';

import { verifyLedger } from '#src/ledger/verify.ts';

/**
 * The oracle of every test about money: what members hold is what the states of their rewards say,
 * and the states are what happened. That the ledger sums to zero would prove next to nothing.
 */
export async function expectBooksToMatchStates(db: Knex): Promise<void> {
  const broken: Record<string, string[]> = {};
  for (const [rule, offenders] of Object.entries(RULES)) {
    const { rows } = await db.raw<{ rows: { offender: string }[] }>(offenders);
    if (rows.length > 0) broken[rule] = rows.map(({ offender }) => offender);
  }
  for (const { rule, broken: count, first } of await verifyLedger(db)) {
    if (count > 0n) broken[rule] = [String(first)];
  }
  expect(broken).to.deep.equal({});
}

const RULES = {
  // Nothing has been paid out yet. What is owed back took from what was released.
  'A member holds what the states of their rewards say': `
    with said as (
      select member_id,
             coalesce(sum(amount_minor) filter (where state = 'held'), 0) as pending,
             coalesce(sum(amount_minor) filter (where state = 'released'), 0) as available
        from rewards group by member_id),
    held as (
      select split_part(code, ':', 2)::int as member_id,
             coalesce(sum(amount_minor) filter (where code like '%:pending'), 0) as pending,
             coalesce(sum(amount_minor) filter (where code like '%:available'), 0) as available
        from ledger_accounts join ledger_balances on account_id = id group by 1)
    select format('member %s: rewards say %s and %s, the ledger %s and %s', member_id,
                  said.pending, said.available, held.pending, held.available) as offender
      from said full join held using (member_id)
     where coalesce(said.pending, 0) <> coalesce(held.pending, 0)
        or coalesce(said.available, 0) <> coalesce(held.available, 0)`,
  'Every acceptance has one reward': `
    select format('acceptance %s has %s', a.id, count(r.id)) as offender
      from acceptances a left join rewards r on r.acceptance_id = a.id
     group by a.id having count(r.id) <> 1`,
  'A question has one live acceptance at most': `
    select format('question %s has %s', question_id, count(*)) as offender
      from acceptances where withdrawn_at is null group by question_id having count(*) > 1`,
  'No reward lives on after its acceptance': `
    select format('reward %s is %s', r.id, r.state) as offender
      from rewards r join acceptances a on a.id = r.acceptance_id
     where a.withdrawn_at is not null and r.state in ('waiting', 'held', 'released')`,
  'Each budget has paid what its rewards say': `
    select format('%s: %s', b.month, b.committed_minor) as offender
      from reward_budgets b left join (
           select budget_month, sum(amount_minor) as paid from rewards
            where state in ('held', 'released') group by 1) r on r.budget_month = b.month
     where b.committed_minor <> coalesce(r.paid, 0)`,
  'A question is solved exactly while an answer stands accepted, and not in doubt': `
    select format('question %s is %s', q.id, q.state) as offender
      from questions q left join acceptances a on a.question_id = q.id and a.withdrawn_at is null
     where (q.state = 'solved') <> (a.id is not null and a.doubted_at is null)`,
  'The only verdict and the reward say the same, but for fraud': `
    select format('verdict %s: %s, reward %s: %s', v.id, v.verdict, r.id, r.state) as offender
      from verdicts v
      join audits u on u.id = v.audit_id
      join acceptances a on a.id = u.acceptance_id and a.withdrawn_at is null
      join rewards r on r.acceptance_id = a.id and r.state <> 'refused'
     where v.undone_at is null and r.because is distinct from 'fraud'
       and not exists (select from audits o where o.acceptance_id = a.id and o.id <> u.id)
       and ((v.verdict = 'fail') <> (r.state in ('voided', 'clawed-back'))
            or v.verdict <> 'fail' and r.state in ('waiting', 'held') and r.cleared_because is null)`,
  'An audit is decided exactly while a verdict stands': `
    select format('audit %s is %s', u.id, u.state) as offender
      from audits u left join verdicts v on v.audit_id = u.id and v.undone_at is null
     where (u.state = 'decided') <> (v.id is not null)`,
  'A held reward waits for the transfer that it names': `
    select format('reward %s', r.id) as offender
      from rewards r left join ledger_transfers t on t.id = r.pending_transfer_id
     where r.state = 'held' and (
       t.pending is not true or t.amount_minor <> r.amount_minor
       or t.ref <> 'acceptance:' || r.acceptance_id
       or exists (select from ledger_transfers s where s.settles = t.id))`,
  'Everything that happened is written down once': `
    with happened (name, id, times) as (
      select case name when 'reward waiting' then 'reward held'
                       when 'acceptance reinstated' then 'acceptance withdrawn' else name end,
             details ->> 'acceptanceId',
             sum(case name when 'acceptance reinstated' then -1 else 1 end)
        from events
       where name in ('answer accepted', 'acceptance withdrawn', 'acceptance reinstated',
                      'reward held', 'reward waiting', 'reward refused')
       group by 1, 2
      having sum(case name when 'acceptance reinstated' then -1 else 1 end) <> 0),
    expected (name, id) as (
      select 'answer accepted', id::text from acceptances
      union all
      select 'acceptance withdrawn', id::text from acceptances where withdrawn_at is not null
      union all
      select 'reward ' || case state when 'refused' then state else 'held' end, acceptance_id::text
        from rewards)
    select format('%s of %s', name, id) as offender
      from expected full join happened using (name, id)
     where times is distinct from 1`,
  'Every movement of a reward was told': `
    with moved (event, ref, times) as (
      select event, ref, count(distinct journal) from ledger_transfers
       where event in ('reward.hold', 'reward.release', 'reward.void') group by 1, 2),
    told (event, ref, times) as (
      select case name when 'reward held' then 'reward.hold'
                       when 'reward funded' then 'reward.hold'
                       when 'reward released' then 'reward.release' else 'reward.void' end,
             'acceptance:' || (details ->> 'acceptanceId'), count(*)
        from events where name in ('reward held', 'reward funded', 'reward released', 'reward voided')
       group by 1, 2)
    select format('%s of %s', event, ref) as offender
      from moved full join told using (event, ref)
     where moved.times is distinct from told.times`,
};
