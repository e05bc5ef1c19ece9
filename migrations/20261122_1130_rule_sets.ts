import type { Knex } from 'knex';

/**
 * Rule sets that finance drafts and two people publish: a draft may be edited, what is published
 * is never changed. Each can be tried on the past before; the results are kept.
 */
export const up = async (db: Knex) => {
  await db.raw(RULE_SETS);
  await db.raw(STEPS);
  await db.raw(DECIDED_BY);
  await db.raw(SHADOWS);
};

export const down = (db: Knex) =>
  db.raw(`
    drop table rule_shadow_members, rule_shadow_refusals, rule_shadows, rule_set_steps;
    drop trigger rewards_are_decided_by_rules_in_force on rewards;
    drop trigger rule_sets_are_never_changed on rule_sets;
    drop trigger rule_sets_are_never_emptied on rule_sets;
    drop function rule_set_steps_refuse_change, rule_sets_refuse_change, rewards_refuse_rules;
    drop index rewards_by_time, rule_sets_one_from_an_instant;
    delete from rule_sets where published_at is null;
    alter table rule_sets
      drop column number, drop column daily_cap_minor, drop column monthly_budget_minor,
      drop column expire_after_months, drop column notes, drop column made_by,
      drop column edited_at, drop column proposal_id,
      alter column effective_from set not null, alter column published_at set not null,
      add constraint rule_sets_one_from_an_instant unique (effective_from);
    create trigger rule_sets_are_never_changed before update or delete or truncate on rule_sets
      for each statement execute function refuse_change();
    revoke insert, update on rule_sets from goodline_app;
  `);

const RULE_SETS = `
  drop trigger rule_sets_are_never_changed on rule_sets;
  alter table rule_sets
    drop constraint rule_sets_one_from_an_instant,
    alter column effective_from drop not null,
    alter column published_at drop not null,
    add column number               integer constraint rule_sets_one_of_a_number unique,
    add column daily_cap_minor      bigint  check (daily_cap_minor > 0),
    add column monthly_budget_minor bigint,
    add column expire_after_months  integer check (expire_after_months between 1 and 120),
    add column notes                text    not null default '' check (char_length(notes) <= 1000),
    add column made_by              integer references members,
    add column edited_at            timestamptz,
    add column proposal_id          integer references proposals;
  create unique index rule_sets_one_from_an_instant on rule_sets (effective_from)
    where published_at is not null;
  update rule_sets set number = place
    from (select id, row_number() over (order by effective_from, id) as place from rule_sets) old
   where old.id = rule_sets.id;
  alter table rule_sets
    add constraint rule_sets_have_a_budget_for_one_reward
      check (monthly_budget_minor >= accepted_answer_minor),
    add constraint rule_sets_are_published_with_a_date
      check (published_at is null or num_nulls(effective_from, number) = 0),
    add constraint rule_sets_are_published_thirty_days_ahead
      check (published_at is null or number = 1
             or effective_from >= published_at + interval '720 hours') not valid;
  comment on table rule_sets is 'What an event is worth, from an instant on; a draft until published.';
  comment on column rule_sets.number is 'What people call it: Rules 2. Given by the database on publication.';
  comment on column rule_sets.published_at is 'Null while it is a draft.';
  comment on column rule_sets.daily_cap_minor is 'Null for no cap of a day.';
  comment on column rule_sets.monthly_budget_minor is
    'What all rewards of a month may come to; those beyond it wait. Null for no budget.';
  comment on column rule_sets.expire_after_months is 'Months without use until credit expires; null for never.';
  comment on column rule_sets.notes is 'What finance wants to remember of it; never shown outside.';
  comment on column rule_sets.edited_at is 'Of a draft, its latest change: shadows run before it do not count.';
  comment on column rule_sets.proposal_id is 'The latest request to publish it.';

  create function rule_sets_refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' and old.published_at is not null then
        raise exception 'rule set % is published and never changed', old.id
          using errcode = 'integrity_constraint_violation', constraint = 'rule_sets_are_never_changed';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      new.number := null;
      if new.published_at is null then return new; end if;
      new.number := (select coalesce(max(number), 0) + 1 from rule_sets);
      perform 1 from proposals p
        where p.id = new.proposal_id and p.kind = 'rule-set' and p.decision = 'approved'
          and p.decided_at = new.published_at and p.made_at >= coalesce(new.edited_at, p.made_at);
      if not found and new.number > 1 then
        raise exception 'a second person has to approve rule set % as it is', new.id
          using errcode = 'integrity_constraint_violation', constraint = 'rule_sets_are_approved';
      end if;
      return new;
    end
  $$;
  create trigger rule_sets_are_never_changed before insert or update or delete on rule_sets
    for each row execute function rule_sets_refuse_change();
  create trigger rule_sets_are_never_emptied before truncate on rule_sets
    for each statement execute function refuse_change();
  grant insert, update on rule_sets to goodline_app;`;

const STEPS = `
  create table rule_set_steps (
    rule_set_id integer not null references rule_sets,
    from_nth    integer not null check (from_nth between 2 and 1000),
    percent     integer not null check (percent between 1 and 100),
    primary key (rule_set_id, from_nth)
  );
  comment on table rule_set_steps is
    'What a member''s nth paid reward of a month, and those after it, are worth of the full amount.';

  create function rule_set_steps_refuse_change() returns trigger language plpgsql as $$
    declare v_id integer := case tg_op when 'DELETE' then old.rule_set_id else new.rule_set_id end;
    begin
      perform 1 from rule_sets where id = v_id and published_at is not null;
      if found then
        raise exception 'rule set % is published and never changed', v_id
          using errcode = 'integrity_constraint_violation', constraint = 'rule_sets_are_never_changed';
      end if;
      perform 1 from rule_sets where id = v_id for share;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end
  $$;
  create trigger rule_set_steps_of_a_draft before insert or delete on rule_set_steps
    for each row execute function rule_set_steps_refuse_change();
  create trigger rule_set_steps_are_never_changed before update or truncate on rule_set_steps
    for each statement execute function refuse_change();
  grant select, insert, delete on rule_set_steps to goodline_app;`;

const DECIDED_BY = `
  create function rewards_refuse_rules() returns trigger language plpgsql as $$
    begin
      perform 1 from rule_sets
        where id = new.rule_set_id and published_at is not null and effective_from <= new.made_at;
      if not found then
        raise exception 'rule set % is not in force', new.rule_set_id
          using errcode = 'integrity_constraint_violation',
                constraint = 'rewards_are_decided_by_rules_in_force';
      end if;
      return new;
    end
  $$;
  create trigger rewards_are_decided_by_rules_in_force
    before insert or update of rule_set_id, made_at on rewards
    for each row execute function rewards_refuse_rules();
  create index rewards_by_time on rewards (made_at, id);`;

const SHADOWS = `
  create table rule_shadows (
    id              integer     generated always as identity primary key,
    rule_set_id     integer     not null references rule_sets,
    first_day       date        not null,
    last_day        date        not null check (last_day >= first_day),
    run_by          integer     not null references members,
    run_at          timestamptz not null,
    acceptances     integer     not null,
    paid_minor      bigint      not null,
    would_pay_minor bigint      not null,
    better          integer     not null,
    worse           integer     not null,
    unchanged       integer     not null,
    waiting         integer     not null,
    waiting_minor   bigint      not null
  );
  create index rule_shadows_of_rules on rule_shadows (rule_set_id, id);
  comment on table rule_shadows is 'What a rule set would have paid for a time in the past.';
  comment on column rule_shadows.first_day is 'A day in the operator''s calendar, like the last.';
  comment on column rule_shadows.paid_minor is 'What was paid or is owed: not what was taken back.';
  comment on column rule_shadows.better is 'Members who would have earned more.';
  comment on column rule_shadows.waiting is 'Rewards that would have waited for a budget.';

  create table rule_shadow_refusals (
    rule_shadow_id integer not null references rule_shadows,
    refusal        text    not null,
    refused        integer not null,
    would_refuse   integer not null,
    primary key (rule_shadow_id, refusal),
    constraint rule_shadow_refusals_refusal_is_known
      check (refusal in ('own-question', 'staff', 'pair-limit', 'monthly-cap', 'daily-cap'))
  );
  create table rule_shadow_members (
    rule_shadow_id  integer not null references rule_shadows,
    member_id       integer not null references members,
    paid_minor      bigint  not null,
    would_pay_minor bigint  not null,
    primary key (rule_shadow_id, member_id)
  );
  create trigger rule_shadows_are_never_changed before update or delete or truncate on rule_shadows
    for each statement execute function refuse_change();
  create trigger rule_shadow_refusals_are_never_changed
    before update or delete or truncate on rule_shadow_refusals
    for each statement execute function refuse_change();
  create trigger rule_shadow_members_are_never_changed
    before update or delete or truncate on rule_shadow_members
    for each statement execute function refuse_change();
  grant select, insert on rule_shadows, rule_shadow_refusals, rule_shadow_members to goodline_app;`;
