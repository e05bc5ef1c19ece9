import type { Knex } from 'knex';

/** What our team does to whole threads: locking them, and pinning them to the top of a list. */
export const up = (db: Knex) =>
  db.raw(`
    alter table questions
      add column locked_at   timestamptz,
      add column lock_reason text check (char_length(lock_reason) between 1 and 300),
      add constraint questions_are_locked_for_a_reason
        check ((locked_at is null) = (lock_reason is null));
    comment on column questions.locked_at is 'Since when only our team posts in the thread.';
    comment on column questions.lock_reason is 'For its readers.';

    create table question_pins (
      id          integer     generated always as identity primary key,
      question_id integer     not null references questions,
      topic_id    integer     references topics,
      slot        smallint    not null check (slot between 1 and 3),
      reason      text        not null check (char_length(reason) between 1 and 1000),
      pinned_by   integer     not null references members,
      pinned_at   timestamptz not null,
      until       timestamptz not null,
      ended_at    timestamptz,
      constraint question_pins_end check (until > pinned_at)
    );
    create unique index question_pins_one_of_a_slot
      on question_pins (coalesce(topic_id, 0), slot) where ended_at is null;
    create unique index question_pins_once
      on question_pins (question_id, coalesce(topic_id, 0)) where ended_at is null;
    comment on table question_pins is 'Questions that stand first in a list for a while.';
    comment on column question_pins.topic_id is 'The topic whose list it is; null for the home page.';
    comment on column question_pins.slot is 'The place among them: a list has three at most.';
    comment on column question_pins.until is 'Not shown from then on.';
    comment on column question_pins.ended_at is 'When it was taken down, or its place given away.';
    grant select, insert, update on question_pins to goodline_app;

    insert into moderation_acts (word) values ('question-moved'), ('question-locked'),
      ('question-unlocked'), ('question-pinned'), ('question-unpinned') on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    delete from moderation_acts w
     where word in ('question-moved', 'question-locked', 'question-unlocked', 'question-pinned',
                    'question-unpinned')
       and not exists (select from moderation_log where act = w.word);
    drop table question_pins;
    alter table questions drop column locked_at, drop column lock_reason;
  `);
