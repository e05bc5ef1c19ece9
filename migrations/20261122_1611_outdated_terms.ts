import type { Knex } from 'knex';

/** How many have to say that an answer no longer works: a version a change, with a reason. */
export const up = (db: Knex) =>
  db.raw(`
    create table outdated_terms (
      version       integer     primary key check (version > 0),
      members       integer     not null check (members between 1 and 100),
      old_days      integer     not null check (old_days between 1 and 3650),
      members_old   integer     not null check (members_old between 1 and 100),
      readers       integer     not null check (readers between 1 and 1000),
      listened_days integer     not null check (listened_days between 1 and 365),
      reason        text        not null check (char_length(reason) between 1 and 1000),
      changed_by    integer     references members,
      changed_at    timestamptz not null,
      constraint outdated_terms_ask_no_more_of_the_old check (members_old <= members)
    );
    insert into outdated_terms
      (version, members, old_days, members_old, readers, listened_days, reason, changed_at)
    values (1, 3, 365, 2, 10, 90, 'The defaults', '2026-01-01 00:00:00+00');
    comment on table outdated_terms is
      'How many have to say that an answer no longer works; the highest version holds.';
    comment on column outdated_terms.members is
      'Members whose word together is enough for readers to be told.';
    comment on column outdated_terms.old_days is 'From this age on an answer takes fewer of them.';
    comment on column outdated_terms.members_old is 'Members who are enough for an answer that old.';
    comment on column outdated_terms.readers is
      'Readers whom it did not help, and fewer whom it did, before somebody has a look.';
    comment on column outdated_terms.listened_days is 'How far back readers are listened to.';
    create trigger outdated_terms_are_never_changed before update or delete or truncate
      on outdated_terms for each statement execute function refuse_change();
    grant select, insert on outdated_terms to goodline_app;
    insert into moderation_acts (word) values ('outdated-terms-changed') on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table outdated_terms;
    delete from moderation_acts w where word = 'outdated-terms-changed'
       and not exists (select from moderation_log where act = w.word);
  `);
