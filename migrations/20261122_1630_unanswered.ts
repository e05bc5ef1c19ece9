import type { Knex } from 'knex';

/** Questions that nobody has answered: offered to who knows the topic, then to our team. */
export const up = (db: Knex) =>
  db.raw(`
    create table unanswered_terms (
      version               integer     primary key check (version > 0),
      experts_after_minutes integer     not null check (experts_after_minutes between 5 and 10080),
      staff_after_hours     integer     not null check (staff_after_hours between 1 and 720),
      experts_most          integer     not null check (experts_most between 0 and 20),
      daily_most            integer     not null check (daily_most between 1 and 20),
      reason                text        not null check (char_length(reason) between 1 and 1000),
      changed_by            integer     references members,
      changed_at            timestamptz not null
    );
    insert into unanswered_terms
    values (1, 60, 24, 5, 3, 'The defaults', null, '2026-01-01 00:00:00+00');
    comment on table unanswered_terms is
      'When a question that nobody has answered is offered to whom; the highest version holds.';
    comment on column unanswered_terms.experts_after_minutes is
      'Until those who know its topic are asked.';
    comment on column unanswered_terms.staff_after_hours is 'Until our team has it.';
    comment on column unanswered_terms.experts_most is 'How many people are asked about a question.';
    comment on column unanswered_terms.daily_most is
      'About how many questions somebody is asked within 24 hours.';
    create trigger unanswered_terms_are_never_changed before update or delete or truncate
      on unanswered_terms for each statement execute function refuse_change();

    create table question_waits (
      question_id   integer     primary key references questions,
      since         timestamptz not null,
      experts_at    timestamptz,
      staff_at      timestamptz,
      ended_at      timestamptz,
      ended_because text,
      constraint question_waits_end_is_known check (ended_because in ('answered', 'gone')),
      constraint question_waits_end_whole check ((ended_at is null) = (ended_because is null))
    );
    create index question_waits_open on question_waits (since) where ended_at is null;
    create index question_waits_answered on question_waits (ended_at)
      where ended_because = 'answered';
    comment on table question_waits is
      'How questions wait for their first answer; none of what was imported or seeded as history.';
    comment on column question_waits.since is 'When readers first saw it without an answer.';
    comment on column question_waits.experts_at is 'When the first who knows its topic was asked.';
    comment on column question_waits.staff_at is 'When it came into our team''s queue.';
    comment on column question_waits.ended_at is 'Null while nobody has answered.';
    comment on column question_waits.ended_because is
      'gone: its asker needs none, or readers can no longer give one.';

    create table expert_asks (
      question_id integer     not null references questions,
      member_id   integer     not null references members,
      asked_at    timestamptz not null,
      primary key (question_id, member_id)
    );
    create index expert_asks_of_member on expert_asks (member_id, asked_at);
    comment on table expert_asks is
      'Who was asked about a question that nobody had answered: each of them once, ever.';

    create index questions_unanswered on questions (asked_at, id)
      where state = 'open' and answer_count = 0 and locked_at is null
        and removed_at is null and merged_into is null;

    grant select, insert on unanswered_terms, expert_asks to goodline_app;
    grant select, insert, update on question_waits to goodline_app;
    insert into mail_kinds (word) values ('expert-asked') on conflict do nothing;
    insert into notice_events (word) values ('experts') on conflict do nothing;
    insert into queue_kinds (word) values ('unanswered') on conflict do nothing;
    insert into moderation_acts (word) values ('unanswered-terms-changed') on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop index questions_unanswered;
    drop table expert_asks, question_waits, unanswered_terms;
    delete from notice_events where word = 'experts'
       and not exists (select from notices where event = 'experts')
       and not exists (select from notice_preferences where event = 'experts');
    delete from mail_kinds w where word = 'expert-asked'
       and not exists (select from mails where kind = w.word)
       and not exists (select from notices where kind = w.word);
    delete from queue_kinds k where word = 'unanswered'
       and not exists (select from queue_items i where i.kind = k.word)
       and not exists (select from queue_requests r where r.kind = k.word);
    delete from moderation_acts w where word = 'unanswered-terms-changed'
       and not exists (select from moderation_log l where l.act = w.word);
  `);
