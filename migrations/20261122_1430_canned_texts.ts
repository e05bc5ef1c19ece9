import type { Knex } from 'knex';

/** One list for the texts that our team often sends, and where each was sent. */
export const up = async (db: Knex) => {
  await db.raw(TEXTS);
  await db.raw(USES);
  await db.raw(MOVE);
};

/** Texts for public answers have no place to go back to, nor has the record of where they were sent. */
export const down = async (db: Knex) => {
  await db.raw(FORMER_TABLES);
  await db.raw(moveBack('canned_notes', 'audit-note'));
  await db.raw(moveBack('case_replies', 'private-reply'));
  await db.raw('drop table canned_uses, canned_texts');
};

const TEXTS = `
  create table canned_texts (
    id         integer     generated always as identity primary key,
    use        text        not null,
    title      text        not null check (char_length(title) between 1 and 80),
    body       text        not null,
    changed_by integer     not null references members,
    changed_at timestamptz not null,
    dropped_at timestamptz,
    former_id  integer,
    constraint canned_texts_use_is_known
      check (use in ('audit-note', 'private-reply', 'public-answer')),
    constraint canned_texts_fit_where_they_go check (
      char_length(body) between 1 and case use when 'audit-note' then 1000 else 5000 end)
  );
  create unique index canned_texts_have_a_title_each on canned_texts (use, lower(title))
    where dropped_at is null;
  comment on table canned_texts is 'Texts that our team shares and often sends.';
  comment on column canned_texts.use is
    'Where it goes: a note to an author, a private case, or an answer that everybody reads.';
  comment on column canned_texts.body is 'With variables such as {name}, of which each use has its own.';
  comment on column canned_texts.former_id is
    'Its number while each use had a list of its own, by which the log of that time names it.';
  grant select, insert, update on canned_texts to goodline_app;
`;

const USES = `
  create table canned_uses (
    text_id    integer     not null references canned_texts,
    answer_id  integer     references answers,
    message_id integer     references case_messages,
    used_at    timestamptz not null,
    constraint canned_uses_are_in_one_post check (num_nonnulls(answer_id, message_id) = 1),
    constraint canned_uses_once_in_an_answer unique (text_id, answer_id),
    constraint canned_uses_once_in_a_message unique (text_id, message_id)
  );
  comment on table canned_uses is 'In which post a canned text was sent, as it was or changed.';
  create trigger canned_uses_stay before update or delete or truncate on canned_uses
    for each statement execute function refuse_change();
  grant select, insert on canned_uses to goodline_app;
`;

const MOVE = `
  insert into canned_texts (use, title, body, changed_by, changed_at, dropped_at, former_id)
    select 'audit-note', title, body, changed_by, changed_at, dropped_at, id
      from canned_notes order by id;
  insert into canned_texts (use, title, body, changed_by, changed_at, dropped_at, former_id)
    select 'private-reply', title, body, changed_by, changed_at, dropped_at, id
      from case_replies order by id;
  drop table canned_notes, case_replies;
  insert into moderation_acts (word) values ('canned-answer-saved'), ('canned-answer-dropped')
    on conflict do nothing;
`;

const FORMER_TABLES = `
  create table canned_notes (
    id         integer     generated always as identity primary key,
    title      text        not null check (char_length(title) between 1 and 80),
    body       text        not null check (char_length(body) between 1 and 1000),
    changed_by integer     not null references members,
    changed_at timestamptz not null,
    dropped_at timestamptz
  );
  create unique index canned_notes_have_a_title_each on canned_notes (lower(title))
    where dropped_at is null;
  comment on table canned_notes is 'Texts that moderators share and often send.';
  comment on column canned_notes.body is 'With variables such as {author}.';

  create table case_replies (
    id         integer     generated always as identity primary key,
    title      text        not null check (char_length(title) between 1 and 80),
    body       text        not null check (char_length(body) between 1 and 5000),
    changed_by integer     not null references members,
    changed_at timestamptz not null,
    dropped_at timestamptz
  );
  create unique index case_replies_have_a_title_each on case_replies (lower(title))
    where dropped_at is null;
  comment on table case_replies is 'Texts that our team often sends in private cases.';
  comment on column case_replies.body is 'With {name}, {me} and {subject} for what they stand for.';
  grant select, insert, update on canned_notes, case_replies to goodline_app;
`;

/** Those that came from this table get their number back; those written since get the next ones. */
const moveBack = (table: string, use: string) => `
  insert into ${table} (id, title, body, changed_by, changed_at, dropped_at)
    overriding system value
    select coalesce(former_id, (select coalesce(max(former_id), 0) from canned_texts
                                 where use = '${use}')
                               + row_number() over (partition by former_id is null order by id)),
           title, body, changed_by, changed_at, dropped_at
      from canned_texts where use = '${use}';
  select setval(pg_get_serial_sequence('${table}', 'id'), coalesce(max(id), 0) + 1, false)
    from ${table};
`;
