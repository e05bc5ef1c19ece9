import type { Knex } from 'knex';

/** Who wants to hear of new questions in a topic. */
export const up = (db: Knex) =>
  db.raw(`
    create table topic_follows (
      topic_id    integer     not null references topics,
      member_id   integer     not null references members,
      followed_at timestamptz not null,
      primary key (topic_id, member_id)
    );
    create index topic_follows_of_member on topic_follows (member_id, topic_id);
    grant select, insert, delete on topic_follows to goodline_app;

    insert into mail_kinds (word) values ('topic-question') on conflict do nothing;
    insert into notice_events (word) values ('topics') on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table topic_follows;
    delete from notice_events where word = 'topics'
       and not exists (select from notices where event = 'topics')
       and not exists (select from notice_preferences where event = 'topics');
    delete from mail_kinds w where word = 'topic-question'
       and not exists (select from mails where kind = w.word)
       and not exists (select from notices where kind = w.word);
  `);
