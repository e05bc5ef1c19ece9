import type { Knex } from 'knex';

/** Stewards sign each version of their undertaking, and their topics change while they serve. */
export const up = (db: Knex) =>
  db.raw(`
    alter table steward_undertakings rename column published_by to changed_by;
    alter table steward_undertakings rename column published_at to changed_at;
    alter table steward_undertakings add column reason text not null default 'The first'
      check (char_length(reason) between 1 and 1000);
    alter table steward_undertakings alter column reason drop default;
    comment on table steward_undertakings is
      'What a steward undertakes, paragraph by paragraph; the highest version is to be signed.';

    create table steward_signatures (
      steward_id integer     not null references stewards,
      version    integer     not null references steward_undertakings,
      signed_as  text        not null check (signed_as <> ''),
      signed_at  timestamptz not null,
      primary key (steward_id, version)
    );
    comment on table steward_signatures is 'Every version that a steward has signed, and when.';
    insert into steward_signatures
    select id, undertaking_version, signed_as, answered_at from stewards where signed_as is not null;
    create trigger steward_signatures_are_never_changed before update or delete or truncate
      on steward_signatures for each statement execute function refuse_change();
    comment on column stewards.undertaking_version is 'The latest version that they have signed.';

    grant select, insert on steward_signatures to goodline_app;
    grant delete on steward_topics to goodline_app;
    insert into moderation_acts (word)
    values ('steward-topics-changed'), ('undertaking-published'), ('undertaking-signed');
    insert into mail_kinds (word) values ('steward-topics'), ('steward-undertaking');
  `);

export const down = (db: Knex) =>
  db.raw(`
    delete from mail_kinds w where word in ('steward-topics', 'steward-undertaking')
       and not exists (select from mails where kind = w.word);
    delete from moderation_acts w
     where word in ('steward-topics-changed', 'undertaking-published', 'undertaking-signed')
       and not exists (select from moderation_log where act = w.word);
    revoke delete on steward_topics from goodline_app;
    comment on column stewards.undertaking_version is null;
    drop table steward_signatures;
    comment on table steward_undertakings is
      'What a steward undertakes, paragraph by paragraph; the highest version is offered.';
    alter table steward_undertakings drop column reason;
    alter table steward_undertakings rename column changed_by to published_by;
    alter table steward_undertakings rename column changed_at to published_at;
  `);
