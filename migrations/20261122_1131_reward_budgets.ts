import type { Knex } from 'knex';

/** What all rewards of a month may come to, and the rewards that wait for a budget with room. */
export const up = async (db: Knex) => {
  await db.raw(BUDGETS);
  await db.raw(WAITING);
};

export const down = (db: Knex) =>
  db.raw(`
    alter table mails drop constraint mails_kind_is_known,
      add constraint mails_kind_is_known check (kind in (${OLD_MAILS})) not valid;
    drop index rewards_waiting;
    alter table rewards drop column budget_month, drop column funded_at,
      drop constraint rewards_state_is_known, drop constraint rewards_refusal_is_known,
      add constraint rewards_state_is_known
        check (state in ('held', 'released', 'voided', 'clawed-back', 'refused')),
      add constraint rewards_refusal_is_known
        check (refusal in ('own-question', 'staff', 'pair-limit', 'monthly-cap'));
    drop table budget_raises, reward_budgets;
    drop function reward_budgets_refuse_raise;
  `);

const OLD_MAILS = `'verify-email', 'reset-password', 'change-email', 'password-changed',
  'email-changed', 'answered', 'accepted', 'audited', 'removed'`;

const BUDGETS = `
  create table reward_budgets (
    month           text   primary key check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    budget_minor    bigint not null check (budget_minor > 0),
    raised_minor    bigint not null default 0 check (raised_minor >= 0),
    committed_minor bigint not null default 0 check (committed_minor >= 0),
    warned_80_at    timestamptz,
    warned_100_at   timestamptz,
    constraint reward_budgets_are_never_exceeded
      check (committed_minor <= budget_minor + raised_minor)
  );
  comment on table reward_budgets is
    'What the rewards of a month may come to, where the rules at its beginning set a budget.';
  comment on column reward_budgets.budget_minor is 'As the rules in force at the month''s beginning have it.';
  comment on column reward_budgets.raised_minor is 'What two people in finance have added for this month alone.';
  comment on column reward_budgets.committed_minor is
    'The rewards it pays: held or released; what is voided or clawed back is given back.';

  create table budget_raises (
    id           integer generated always as identity primary key,
    month        text    not null references reward_budgets,
    amount_minor bigint  check (amount_minor > 0),
    raised_minor bigint  check (raised_minor >= 0),
    proposal_id  integer not null constraint budget_raises_one_of_a_proposal unique
                         references proposals
  );
  create index budget_raises_of_month on budget_raises (month);
  comment on column budget_raises.amount_minor is 'What was asked for; null for all that waits when it is approved.';
  comment on column budget_raises.raised_minor is 'What was added; null until approved.';

  create function reward_budgets_refuse_raise() returns trigger language plpgsql as $$
    begin
      if (new.month, new.budget_minor) is distinct from (old.month, old.budget_minor)
         or new.raised_minor <> (
           select coalesce(sum(r.raised_minor), 0)
             from budget_raises r join proposals p on p.id = r.proposal_id
            where r.month = new.month and p.kind = 'over-budget' and p.decision = 'approved')
      then
        raise exception 'the budget of % is raised by what two people approve', old.month
          using errcode = 'integrity_constraint_violation',
                constraint = 'reward_budgets_are_raised_by_two';
      end if;
      return new;
    end
  $$;
  create trigger reward_budgets_are_raised_by_two
    before update of month, budget_minor, raised_minor on reward_budgets
    for each row execute function reward_budgets_refuse_raise();
  create trigger reward_budgets_are_never_removed before delete or truncate on reward_budgets
    for each statement execute function refuse_change();
  create trigger budget_raises_are_never_removed before delete or truncate on budget_raises
    for each statement execute function refuse_change();
  grant select, insert, update on reward_budgets, budget_raises to goodline_app;`;

const WAITING = `
  alter table rewards
    add column budget_month text references reward_budgets,
    add column funded_at    timestamptz,
    drop constraint rewards_state_is_known,
    drop constraint rewards_refusal_is_known,
    add constraint rewards_state_is_known
      check (state in ('waiting', 'held', 'released', 'voided', 'clawed-back', 'refused')),
    add constraint rewards_refusal_is_known
      check (refusal in ('own-question', 'staff', 'pair-limit', 'monthly-cap', 'daily-cap'));
  update rewards set funded_at = made_at where state <> 'refused';
  alter table rewards
    add constraint rewards_wait_unfunded
      check (state <> 'waiting' or num_nonnulls(budget_month, funded_at) = 0),
    add constraint rewards_are_funded_when_set_aside
      check (state not in ('held', 'released', 'clawed-back') or funded_at is not null);
  create index rewards_waiting on rewards (made_at, id) where state = 'waiting';
  comment on column rewards.budget_month is 'The month whose budget pays it; null where there is none.';
  comment on column rewards.funded_at is
    'When its amount was set aside; null while it waits for a budget, and where it ended so.';
  comment on column rewards.cleared_because is
    'Why it may be released; set while it still waits for a budget or for the member''s e-mail.';

  alter table mails drop constraint mails_kind_is_known,
    add constraint mails_kind_is_known check (kind in (${OLD_MAILS}, 'budget'));`;
