import type { Knex } from 'knex';

/** Pairs of questions that may ask the same: found by what was learned, or named by a member. */
export const up = async (db: Knex) => {
  await db.raw(PAIRS);
  await db.raw(SUGGESTIONS);
  await db.raw(`
    alter table likeness add column paired boolean not null default false;
    create index likeness_to_pair on likeness (question_id) where not paired;
    comment on column likeness.paired is
      'Whether it has been compared with all others since it was learned.';
    insert into moderation_acts (word) values ('pair-set-apart'), ('pair-offered-again')
      on conflict do nothing;
    insert into mail_kinds (word) values ('suggestion-merged') on conflict do nothing;
  `);
};

export const down = (db: Knex) =>
  db.raw(`
    drop table duplicate_suggestions, likely_duplicates;
    alter table likeness drop column paired;
    delete from mail_kinds w where word = 'suggestion-merged'
       and not exists (select from mails where kind = w.word)
       and not exists (select from notices where kind = w.word);
    delete from moderation_acts w where word in ('pair-set-apart', 'pair-offered-again')
       and not exists (select from moderation_log l where l.act = w.word);
  `);

const PAIRS = `
  create table likely_duplicates (
    id           integer     generated always as identity primary key,
    older_id     integer     not null references questions,
    newer_id     integer     not null references questions,
    percent      smallint    check (percent between 0 and 100),
    noted_at     timestamptz not null,
    set_apart_by integer     references members,
    set_apart_at timestamptz,
    constraint likely_duplicates_are_of_two check (older_id < newer_id),
    constraint likely_duplicates_once unique (older_id, newer_id),
    constraint likely_duplicates_set_apart_whole
      check ((set_apart_by is null) = (set_apart_at is null))
  );
  create index likely_duplicates_of_newer on likely_duplicates (newer_id);
  create index likely_duplicates_to_weigh on likely_duplicates (id) where set_apart_at is null;
  create index likely_duplicates_apart on likely_duplicates (id) where set_apart_at is not null;
  comment on table likely_duplicates is
    'Two questions that may ask the same, until a moderator makes one of them or says that they do not.';
  comment on column likely_duplicates.percent is
    'How alike their titles are, of the most that can be; null where only a member says so.';
  comment on column likely_duplicates.set_apart_at is
    'When a moderator said that they are not the same: they are not offered any more.';
  grant select, insert, update, delete on likely_duplicates to goodline_app;
`;

const SUGGESTIONS = `
  create table duplicate_suggestions (
    pair_id      integer     not null references likely_duplicates,
    member_id    integer     not null references members,
    suggested_at timestamptz not null,
    primary key (pair_id, member_id)
  );
  create index duplicate_suggestions_of_member on duplicate_suggestions (member_id, suggested_at);
  comment on table duplicate_suggestions is 'Members who say that two questions ask the same.';
  grant select, insert on duplicate_suggestions to goodline_app;
`;
