import type { Knex } from 'knex';

/** The one queue of staff: whatever waits for a person, by risk and age, with the reason. */
export const up = (db: Knex) =>
  db.raw(`
    create table queue_kinds (word text primary key check (word ~ '^[a-z]+(-[a-z]+)*$'));
    comment on table queue_kinds is 'What can wait for a person.';
    insert into queue_kinds (word) values
      ('audit'), ('report'), ('first-post'), ('personal-data'), ('spam'), ('fraud'), ('appeal');

    create table queue_items (
      id            integer     generated always as identity primary key,
      kind          text        not null references queue_kinds,
      subject_id    integer     not null,
      question_id   integer     references questions,
      answer_id     integer     references answers,
      member_id     integer     references members,
      risk          integer     not null check (risk between 1 and 5),
      reasons       text[]      not null check (cardinality(reasons) > 0),
      barred        integer[]   not null default '{}',
      state         text        not null default 'waiting',
      opened_at     timestamptz not null,
      due_at        timestamptz not null,
      settled_at    timestamptz,
      claimed_by    integer     references members,
      claimed_until timestamptz,
      constraint queue_items_state_is_known check (state in ('waiting', 'settled')),
      constraint queue_items_settle_at_an_instant
        check ((state = 'settled') = (settled_at is not null)),
      constraint queue_items_claim_has_an_end
        check ((claimed_by is null) = (claimed_until is null)),
      constraint queue_items_claim_what_waits check (state = 'waiting' or claimed_by is null)
    );
    create unique index queue_items_one_waiting_of_a_subject on queue_items (kind, subject_id)
      where state = 'waiting';
    create index queue_items_waiting on queue_items (risk, opened_at, id) where state = 'waiting';
    create index queue_items_claimed on queue_items (claimed_by) where claimed_by is not null;
    create index queue_items_of_answer on queue_items (answer_id) where state = 'waiting';
    create index queue_items_of_member on queue_items (member_id) where state = 'waiting';
    comment on table queue_items is 'What waits for a person to decide, or has waited.';
    comment on column queue_items.subject_id is
      'The id, in its own part''s table, of the audit, report, finding, case or appeal it stands for.';
    comment on column queue_items.member_id is 'Whom it is about: the author of the post.';
    comment on column queue_items.risk is 'From 1, a spot check, to 5, harm while it waits.';
    comment on column queue_items.reasons is 'Why it waits, in the queue''s codes, the weightiest first.';
    comment on column queue_items.barred is 'Members who have a part in it and may not decide it.';
    comment on column queue_items.due_at is 'When it should be decided at the latest.';
    grant select on queue_kinds to goodline_app;
    grant select, insert, update on queue_items to goodline_app;

    insert into queue_items (kind, subject_id, question_id, answer_id, member_id, risk, reasons,
                             barred, opened_at, due_at)
    select 'audit', a.id, c.question_id, c.answer_id, c.author_id,
           case a.because when 'called' then 4 when 'sample' then 1 else 2 end, array[a.because],
           array[c.author_id, c.asker_id, c.accepted_by], a.opened_at, a.opened_at + interval '72 hours'
      from audits a
      join acceptances c on c.id = a.acceptance_id
     where a.state = 'waiting';
  `);

export const down = (db: Knex) => db.raw('drop table queue_items, queue_kinds');
