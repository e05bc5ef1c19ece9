import type { Knex } from 'knex';

/** The terms of silent askers and the promise of private cases: a version a change, with a reason. */
export const up = (db: Knex) =>
  db.raw(`
    alter table silent_terms drop column one,
      add column version integer primary key default 1 check (version > 0),
      ${VERSIONED};
    alter table silent_terms ${SET_BY_HAND};
    comment on table silent_terms is
      'When our team may accept for an asker who is silent; the highest version holds.';
    create trigger silent_terms_are_never_changed before update or delete or truncate
      on silent_terms for each statement execute function refuse_change();
    grant insert on silent_terms to goodline_app;

    alter table case_promises rename column id to version;
    alter table case_promises drop constraint case_promises_id_check,
      add check (version > 0), ${VERSIONED};
    alter table case_promises ${SET_BY_HAND};
    comment on table case_promises is 'How soon we reply in private; the highest version holds.';
    create trigger case_promises_are_never_changed before update or delete or truncate
      on case_promises for each statement execute function refuse_change();
    grant insert on case_promises to goodline_app;

    insert into moderation_acts (word) values ('silent-terms-changed'), ('case-promise-changed');
  `);

export const down = (db: Knex) =>
  db.raw(`
    delete from moderation_acts w where word in ('silent-terms-changed', 'case-promise-changed')
       and not exists (select from moderation_log where act = w.word);
    revoke insert on case_promises, silent_terms from goodline_app;

    drop trigger silent_terms_are_never_changed on silent_terms;
    delete from silent_terms t where version < (select max(version) from silent_terms);
    alter table silent_terms drop column version, drop column reason, drop column changed_by,
      drop column changed_at, add column one boolean primary key default true check (one);
    comment on table silent_terms is 'When our team may accept for an asker who is silent.';

    drop trigger case_promises_are_never_changed on case_promises;
    delete from case_promises where version < (select max(version) from case_promises);
    update case_promises set version = 1;
    alter table case_promises drop constraint case_promises_version_check,
      drop column reason, drop column changed_by, drop column changed_at;
    alter table case_promises rename column version to id;
    alter table case_promises alter column id set default 1,
      add constraint case_promises_id_check check (id = 1);
    comment on table case_promises is 'How soon we reply in private; one row.';
  `);

const VERSIONED = `
      add column reason text not null default 'The defaults'
        check (char_length(reason) between 1 and 1000),
      add column changed_by integer references members,
      add column changed_at timestamptz not null default '2026-01-01 00:00:00+00'`;

const SET_BY_HAND = `
      alter column version drop default, alter column reason drop default,
      alter column changed_at drop default`;
