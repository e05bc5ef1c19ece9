import type { Knex } from 'knex';

/** What an event is worth, by a rule set that is never edited, and the rewards it has decided. */
export const up = (db: Knex) =>
  db.raw(`
    create table rule_sets (
      id                    integer     generated always as identity primary key,
      effective_from        timestamptz not null constraint rule_sets_one_from_an_instant unique,
      published_at          timestamptz not null,
      accepted_answer_minor bigint      not null check (accepted_answer_minor > 0),
      hold_days             integer     not null check (hold_days between 0 and 60),
      pair_limit            integer     not null check (pair_limit > 0),
      pair_days             integer     not null check (pair_days > 0),
      monthly_cap_minor     bigint      not null check (monthly_cap_minor > 0),
      payout_minimum_minor  bigint      not null check (payout_minimum_minor > 0),
      newcomer_share        integer     not null check (newcomer_share between 0 and 100),
      helper_share          integer     not null check (helper_share between 0 and 100),
      guide_share           integer     not null check (guide_share between 0 and 100),
      steward_share         integer     not null check (steward_share between 0 and 100),
      draw_seed             text        not null
    );
    comment on column rule_sets.newcomer_share is 'Percent of paid answers that are audited.';
    comment on column rule_sets.draw_seed is 'Hashed with the acceptance''s id to draw the sample.';
    insert into rule_sets (effective_from, published_at, accepted_answer_minor, hold_days,
      pair_limit, pair_days, monthly_cap_minor, payout_minimum_minor,
      newcomer_share, helper_share, guide_share, steward_share, draw_seed)
    values ('2000-01-01Z', '2000-01-01Z', 50, 7, 2, 30, 2000, 100, 100, 50, 10, 5, 'first');
    create trigger rule_sets_are_never_changed before update or delete or truncate on rule_sets
      for each statement execute function refuse_change();

    create table rewards (
      id                integer     generated always as identity primary key,
      acceptance_id     integer     not null constraint rewards_one_of_an_acceptance unique
                                    references acceptances,
      member_id         integer     not null references members,
      asker_id          integer     not null references members,
      rule_set_id       integer     not null references rule_sets,
      amount_minor      bigint      not null check (amount_minor >= 0),
      currency          text        not null,
      month             text        not null,
      state             text        not null,
      refusal           text,
      because           text,
      audit_drawn       boolean     not null default false,
      cleared_because   text,
      hold_until        timestamptz not null,
      pending_transfer_id bigint    references ledger_transfers,
      turn              integer     not null default 0,
      made_at           timestamptz not null,
      changed_at        timestamptz not null,
      constraint rewards_state_is_known
        check (state in ('held', 'released', 'voided', 'clawed-back', 'refused')),
      constraint rewards_refusal_is_known
        check (refusal in ('own-question', 'staff', 'pair-limit', 'monthly-cap')),
      constraint rewards_because_is_known
        check (because in ('audit-passed', 'audit-fixed', 'quiet-days', 'audit-failed', 'withdrawn', 'removed')),
      constraint rewards_cleared_because_is_known
        check (cleared_because in ('audit-passed', 'audit-fixed', 'quiet-days')),
      constraint rewards_are_refused_for_a_reason
        check ((state = 'refused') = (refusal is not null) and (state = 'refused') = (amount_minor = 0)),
      constraint rewards_wait_for_a_transfer
        check ((state = 'held') = (pending_transfer_id is not null)),
      constraint rewards_never_for_ones_own_question
        check (member_id <> asker_id or state = 'refused')
    );
    create index rewards_of_member on rewards (member_id, month);
    create index rewards_of_pair on rewards (asker_id, member_id, made_at);
    create index rewards_due on rewards (hold_until) where state = 'held';
    comment on column rewards.month is 'The operator''s month of the acceptance, for the cap.';
    comment on column rewards.cleared_because is
      'Why it may be released; set while it still waits for the member''s e-mail to be verified.';
    comment on column rewards.turn is 'How often a decision on it was undone: part of the next key.';

    create table reward_debts (
      member_id  integer primary key references members,
      owed_minor bigint  not null check (owed_minor >= 0)
    );
    comment on table reward_debts is
      'What was taken back beyond a member''s balance and is repaid from later rewards first.';

    grant select on rule_sets to goodline_app;
    grant select, insert, update on rewards, reward_debts to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table reward_debts, rewards, rule_sets');
