import type { Knex } from 'knex';

/** What each act did to rewards, and what the record is read by. */
export const up = (db: Knex) =>
  db.raw(`
    alter table moderation_log
      add column work text not null default pg_current_xact_id()::text;
    comment on column moderation_log.work is
      'The database''s name of the transaction: with the instant it names the work an act was part of.';
    create index moderation_log_of_actor on moderation_log (actor_id, id);
    create index moderation_log_of_act on moderation_log (act, id);
    create index moderation_log_by_time on moderation_log (happened_at, id);
    create index moderation_log_of_work on moderation_log (work);

    create table moderation_effects (
      id            integer     generated always as identity primary key,
      acceptance_id integer     not null references acceptances,
      effect        text        not null,
      work          text        not null default pg_current_xact_id()::text,
      happened_at   timestamptz not null,
      constraint moderation_effects_effect_is_known
        check (effect in ('released', 'voided', 'clawed-back', 'restored'))
    );
    create index moderation_effects_of_work on moderation_effects (work);
    comment on table moderation_effects is
      'What acts of the moderation log did to rewards: the ledger has the transfers at the same instant.';
    create trigger moderation_effects_are_never_changed before update or delete or truncate
      on moderation_effects for each statement execute function refuse_change();
    grant select, insert on moderation_effects to goodline_app;

    create index queue_items_settled on queue_items (settled_at) where state = 'settled';
    create index governance_steps_by_time on governance_steps (happened_at);
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop index governance_steps_by_time, queue_items_settled;
    drop table moderation_effects;
    drop index moderation_log_of_work, moderation_log_by_time, moderation_log_of_act,
      moderation_log_of_actor;
    alter table moderation_log drop column work;
  `);
