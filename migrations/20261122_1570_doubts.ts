import type { Knex } from 'knex';

/** The asker's word that what they accepted has not solved it after all. */
export const up = (db: Knex) =>
  db.raw(`
    alter table acceptances
      add column doubted_at timestamptz,
      add constraint acceptances_are_doubted_after_they_are_made check (doubted_at >= accepted_at);
    comment on column acceptances.doubted_at is
      'When the asker said that it is not solved after all: the question is open again, and the reward waits for a check. Null where they never did, or accepted it anew.';
    insert into audit_causes (word) values ('doubted');
    alter table reward_holds
      drop constraint reward_holds_because_is_known,
      add constraint reward_holds_because_is_known check
        (because in ('report', 'fraud', 'objection', 'sanction', 'appeal', 'doubt'));
  `);

export const down = (db: Knex) =>
  db.raw(`
    alter table reward_holds
      drop constraint reward_holds_because_is_known,
      add constraint reward_holds_because_is_known check
        (because in ('report', 'fraud', 'objection', 'sanction', 'appeal')) not valid;
    delete from audit_causes where word = 'doubted';
    alter table acceptances drop column doubted_at;
  `);
