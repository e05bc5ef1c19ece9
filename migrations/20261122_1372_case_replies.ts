import type { Knex } from 'knex';

/** Texts that our team often sends in private, with variables. */
export const up = (db: Knex) =>
  db.raw(`
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
    grant select, insert, update on case_replies to goodline_app;
    insert into moderation_acts (word) values ('case-reply-saved'), ('case-reply-dropped')
      on conflict do nothing;
  `);

export const down = (db: Knex) => db.raw('drop table case_replies');
