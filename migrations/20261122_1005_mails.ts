import type { Knex } from 'knex';

/** The outbox: mails written in the transaction of what they tell, and sent afterwards by a job. */
export const up = (db: Knex) =>
  db.raw(`
    create table mails (
      id           integer     generated always as identity primary key,
      dedupe_key   text        not null constraint mails_once unique,
      member_id    integer     not null references members,
      kind         text        not null,
      to_address   text        not null,
      subject      text        not null check (subject !~ '[\\r\\n]'),
      text_body    text        not null,
      html_body    text        not null,
      written_at   timestamptz not null,
      send_after   timestamptz not null,
      sent_at      timestamptz,
      cancelled_at timestamptz,
      constraint mails_kind_is_known check (kind in (
        'verify-email', 'reset-password', 'change-email', 'password-changed', 'email-changed', 'answered', 'accepted',
        'audited', 'removed'))
    );
    create index mails_to_send on mails (send_after, id)
      where sent_at is null and cancelled_at is null;
    comment on column mails.dedupe_key is 'What the mail is about: told once, however often it is written.';

    grant select, insert, update on mails to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table mails');
