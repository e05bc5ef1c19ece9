import type { Knex } from 'knex';

/** What became of handing a mail over: tried, unreachable, refused for good. */
export const up = (db: Knex) =>
  db.raw(`
    alter table mails
      add column attempts       integer     not null default 0,
      add column claimed_until  timestamptz,
      add column unreachable_at timestamptz,
      add column refused_at     timestamptz,
      add column last_error     text,
      add column off_url        text,
      add constraint mails_sent_are_not_refused check (sent_at is null or refused_at is null);
    comment on column mails.attempts is 'How often it was handed to the mail server.';
    comment on column mails.claimed_until is
      'Until when whoever hands it over is given to say how that went.';
    comment on column mails.unreachable_at is 'When the mail server last could not be reached for it.';
    comment on column mails.refused_at is 'When it was given up: the server will never take it.';
    comment on column mails.off_url is 'Where one request stops mails of its sort; null if none does.';

    drop index mails_to_send;
    create index mails_to_send on mails (send_after, id)
      where sent_at is null and cancelled_at is null and refused_at is null;
    create index mails_unreachable on mails (unreachable_at)
      where unreachable_at is not null and sent_at is null;
    create index mails_refused on mails (id) where refused_at is not null;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop index mails_refused, mails_unreachable, mails_to_send;
    alter table mails
      drop constraint mails_sent_are_not_refused, drop column off_url, drop column last_error,
      drop column refused_at, drop column unreachable_at, drop column claimed_until,
      drop column attempts;
    create index mails_to_send on mails (send_after, id)
      where sent_at is null and cancelled_at is null;
  `);
