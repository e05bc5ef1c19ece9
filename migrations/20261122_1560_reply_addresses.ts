import type { Knex } from 'knex';

/** Mails can be replied to: where a reply goes, and what became of each that came in. */
export const up = async (db: Knex) => {
  await db.raw(ADDRESSES);
  await db.raw(REPLIES);
};

export const down = (db: Knex) =>
  db.raw(`
    drop table mail_replies;
    alter table mails drop column reply_to;
    alter table notices drop column case_id;
    delete from mail_kinds w where word = 'mailed-reply'
       and not exists (select from mails where kind = w.word);
  `);

const ADDRESSES = `
  insert into mail_kinds (word) values ('mailed-reply') on conflict do nothing;
  alter table mails add column reply_to text;
  comment on column mails.reply_to is
    'Where a reply to it goes, signed for its member; null where nobody would read one.';
  alter table notices add column case_id integer references cases;
  comment on column notices.case_id is 'The private conversation that it is about.';
`;

const REPLIES = `
  create table mail_replies (
    id          integer     generated always as identity primary key,
    message_key uuid        not null constraint mail_replies_once unique,
    member_id   integer     not null references members,
    question_id integer     references questions,
    answer_id   integer     references answers,
    case_id     integer     references cases,
    became      text        not null
      check (became in ('comment', 'held', 'message', 'dropped', 'refused')),
    why         text        check (why ~ '^[a-z]+(-[a-z]+)*$'),
    told        boolean     not null default false,
    received_at timestamptz not null,
    constraint mail_replies_are_about_one_thing
      check (num_nonnulls(question_id, answer_id, case_id) = 1),
    constraint mail_replies_that_became_nothing_say_why
      check ((became in ('dropped', 'refused')) = (why is not null))
  );
  create index mail_replies_of_member on mail_replies (member_id, received_at);
  create index mail_replies_by_time on mail_replies (received_at);
  comment on table mail_replies is
    'Replies that came in by mail, each once, and what became of them; never what they said.';
  comment on column mail_replies.message_key is
    'Names the message and the address it came to, so that delivering it twice posts it once.';
  comment on column mail_replies.why is 'Why nothing was made of it.';
  comment on column mail_replies.told is 'Whether its member was mailed about it.';
  grant select, insert on mail_replies to goodline_app;
`;
