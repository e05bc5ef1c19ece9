import type { Knex } from 'knex';

/** What answers say in short, to be found again, and which of them repeat an earlier one. */
export const up = (db: Knex) =>
  db.raw(`
    create table answer_prints (
      answer_id  integer     primary key references answers,
      version    integer     not null,
      digest     text        not null check (digest ~ '^[0-9a-f]{64}$'),
      bands      integer[]   not null,
      written_at timestamptz not null
    );
    create index answer_prints_by_band on answer_prints using gin (bands) with (fastupdate = off);
    comment on table answer_prints is
      'What an answer says, in short; none where it says too little of its own to be copied.';
    comment on column answer_prints.digest is 'SHA-256 of its words in their order.';
    comment on column answer_prints.bands is
      'Hashes of parts of its words: two answers that share most words share some of them.';
    comment on column answer_prints.written_at is 'When this version was published.';

    create table near_copies (
      id               integer     generated always as identity primary key,
      answer_id        integer     not null references answers,
      source_answer_id integer     not null references answers,
      kind             text        not null,
      own              boolean     not null,
      similarity       integer     not null check (similarity between 1 and 100),
      version          integer     not null,
      source_version   integer     not null,
      found_at         timestamptz not null,
      gone_at          timestamptz,
      constraint near_copies_kind_is_known check (kind in ('exact', 'near')),
      constraint near_copies_are_of_another check (answer_id <> source_answer_id),
      constraint near_copies_are_found_before_they_go check (gone_at >= found_at)
    );
    create unique index near_copies_of_answer on near_copies (answer_id, source_answer_id);
    create index near_copies_of_source on near_copies (source_answer_id);
    comment on table near_copies is 'Answers that repeat an earlier one: a sign, never a verdict.';
    comment on column near_copies.own is 'Whether the same member wrote both.';
    comment on column near_copies.similarity is
      'Percent of the answer''s own words that stand in the source, three together.';
    comment on column near_copies.version is 'The latest version of the answer in which it was found.';
    comment on column near_copies.gone_at is 'When an edit took it out; null while it stands.';

    grant select, insert, update, delete on answer_prints to goodline_app;
    grant select, insert, update on near_copies to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table near_copies, answer_prints');
