import type { Knex } from 'knex';

/**
 * What keeps a reward from being released although its audit passed or its quiet days are over: a
 * report, a case of suspected fraud, an objection. It only ever waits; a person decides.
 */
export const up = (db: Knex) =>
  db.raw(`
    create table reward_holds (
      id            integer     generated always as identity primary key,
      acceptance_id integer     not null references acceptances,
      because       text        not null,
      ref           text        not null check (ref ~ '^[a-z-]+:[0-9]+$'),
      placed_at     timestamptz not null,
      lifted_at     timestamptz,
      constraint reward_holds_because_is_known
        check (because in ('report', 'fraud', 'objection', 'sanction', 'appeal')),
      constraint reward_holds_lift_after_they_are_placed check (lifted_at >= placed_at)
    );
    create unique index reward_holds_one_of_a_reason on reward_holds (acceptance_id, ref)
      where lifted_at is null;
    create index reward_holds_of_ref on reward_holds (ref) where lifted_at is null;
    comment on table reward_holds is 'What keeps a reward waiting beyond its audit and its quiet days.';
    comment on column reward_holds.ref is 'What placed it, as report:12 or case:3.';
    grant select, insert, update on reward_holds to goodline_app;

    alter table rewards
      drop constraint rewards_refusal_is_known,
      drop constraint rewards_because_is_known,
      add constraint rewards_refusal_is_known check (refusal in
        ('own-question', 'staff', 'pair-limit', 'monthly-cap', 'daily-cap', 'sanctioned', 'copy')),
      add constraint rewards_because_is_known check (because in ('audit-passed', 'audit-fixed',
        'quiet-days', 'audit-failed', 'withdrawn', 'removed', 'fraud', 'appeal'));
    alter table rule_shadow_refusals
      drop constraint rule_shadow_refusals_refusal_is_known,
      add constraint rule_shadow_refusals_refusal_is_known check (refusal in
        ('own-question', 'staff', 'pair-limit', 'monthly-cap', 'daily-cap', 'sanctioned', 'copy'));
  `);

export const down = (db: Knex) =>
  db.raw(`
    alter table rule_shadow_refusals
      drop constraint rule_shadow_refusals_refusal_is_known,
      add constraint rule_shadow_refusals_refusal_is_known check (refusal in
        ('own-question', 'staff', 'pair-limit', 'monthly-cap', 'daily-cap')) not valid;
    alter table rewards
      drop constraint rewards_because_is_known,
      drop constraint rewards_refusal_is_known,
      add constraint rewards_refusal_is_known check (refusal in
        ('own-question', 'staff', 'pair-limit', 'monthly-cap', 'daily-cap')) not valid,
      add constraint rewards_because_is_known check (because in ('audit-passed', 'audit-fixed',
        'quiet-days', 'audit-failed', 'withdrawn', 'removed')) not valid;
    drop table reward_holds;
  `);
