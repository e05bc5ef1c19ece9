import type { Knex } from 'knex';

/** Private cases: conversations that only one member and our team can read. */
export const up = async (db: Knex) => {
  await db.raw(PROMISE);
  await db.raw(CASES);
  await db.raw(MESSAGES);
  await db.raw(RECORD);
  await db.raw(WORDS);
};

export const down = (db: Knex) =>
  db.raw(`
    drop table case_events, case_notes, case_messages, cases, case_promises;
    drop function case_messages_only_redact();
  `);

const PROMISE = `
  create table case_promises (
    id                  integer primary key default 1 check (id = 1),
    first_reply_minutes integer not null check (first_reply_minutes between 1 and 20000),
    later_reply_minutes integer not null check (later_reply_minutes between 1 and 20000),
    opens_minute        integer not null check (opens_minute >= 0),
    closes_minute       integer not null check (closes_minute <= 1440),
    weekdays            integer[] not null
      check (cardinality(weekdays) > 0 and weekdays <@ array[1,2,3,4,5,6,7]),
    reopen_days         integer not null check (reopen_days between 0 and 365),
    constraint case_promises_days_have_hours check (opens_minute < closes_minute)
  );
  comment on table case_promises is 'How soon we reply in private; one row.';
  comment on column case_promises.first_reply_minutes is 'Working minutes until our first reply.';
  comment on column case_promises.later_reply_minutes is 'Working minutes until each reply after that.';
  comment on column case_promises.opens_minute is
    'When a working day begins where the operator is, in minutes after midnight.';
  comment on column case_promises.weekdays is 'The working days, Monday as 1 to Sunday as 7.';
  comment on column case_promises.reopen_days is 'How long a reply opens a closed conversation again.';
  insert into case_promises
    (first_reply_minutes, later_reply_minutes, opens_minute, closes_minute, weekdays,
     reopen_days)
    values (240, 480, 480, 1200, '{1,2,3,4,5,6,7}', 30);
  grant select on case_promises to goodline_app;
`;

const CASES = `
  create table cases (
    id                  integer     generated always as identity primary key,
    member_id           integer     not null references members,
    origin              text        not null,
    subject             text        not null check (char_length(subject) between 1 and 150),
    topic_id            integer     references topics,
    question_id         integer     references questions,
    answer_id           integer     references answers,
    state               text        not null default 'waiting-for-staff',
    assigned_to         integer     references members,
    opened_by           integer     not null references members,
    opened_at           timestamptz not null,
    moved_at            timestamptz not null,
    waiting_since       timestamptz not null,
    due_at              timestamptz,
    last_message_at     timestamptz,
    first_replied_at    timestamptz,
    closed_at           timestamptz,
    closed_by           integer     references members,
    summary_question_id integer     references questions,
    constraint cases_origin_is_known check (origin in ('asked', 'turned-away', 'desk')),
    constraint cases_state_is_known
      check (state in ('waiting-for-staff', 'waiting-for-member', 'closed')),
    constraint cases_are_due_while_they_wait_for_staff
      check ((state = 'waiting-for-staff') = (due_at is not null)),
    constraint cases_close_at_an_instant check ((state = 'closed') = (closed_at is not null)),
    constraint cases_are_closed_by_somebody check ((closed_at is null) = (closed_by is null)),
    constraint cases_about_an_answer_are_about_its_question
      check (answer_id is null or question_id is not null),
    constraint cases_are_not_assigned_to_whom_they_are_with check (assigned_to <> member_id)
  );
  create index cases_of_member on cases (member_id, id);
  create index cases_waiting on cases (due_at, id) where state = 'waiting-for-staff';
  create index cases_moved on cases (moved_at, id);
  create index cases_assigned on cases (assigned_to, moved_at, id) where state <> 'closed';
  create unique index cases_one_open_of_a_thread on cases (member_id, question_id)
    where origin = 'desk' and state <> 'closed';
  comment on table cases is 'Conversations that only one member and our team can read.';
  comment on column cases.member_id is 'With whom it is.';
  comment on column cases.origin is
    'The ask form, what the check for personal data turned away, or a moderator at the desk.';
  comment on column cases.subject is 'What it is about, in a line.';
  comment on column cases.question_id is 'The public thread that it came from.';
  comment on column cases.moved_at is 'When something last happened in it.';
  comment on column cases.waiting_since is 'Since when it waits for whom it waits, or is closed.';
  comment on column cases.due_at is 'By when we said that we reply.';
  comment on column cases.last_message_at is
    'Null until somebody has written; until then the member does not see it.';
  comment on column cases.summary_question_id is 'What was told to everybody when it closed.';
  grant select, insert, update on cases to goodline_app;
`;

const MESSAGES = `
  create table case_messages (
    id               integer     generated always as identity primary key,
    case_id          integer     not null references cases,
    author_id        integer     not null references members,
    by_staff         boolean     not null,
    body             text        not null,
    body_html        text        not null,
    request_key      uuid        not null,
    sent_at          timestamptz not null,
    redacted_at      timestamptz,
    redacted_by      integer     references members,
    redaction_reason text,
    constraint case_messages_sent_once unique (author_id, request_key),
    constraint case_messages_say_something check ((body = '') = (redacted_at is not null)),
    constraint case_messages_are_redacted_with_a_reason check (
      (redacted_at is null) = (redacted_by is null) and
      (redacted_at is null) = (redaction_reason is null) and redaction_reason <> '')
  );
  create index case_messages_of_case on case_messages (case_id, id);
  comment on table case_messages is 'What a member and our team wrote to each other; never edited.';
  comment on column case_messages.request_key is 'Names the sending, so that sending twice sends once.';
  comment on column case_messages.redacted_at is 'When an admin took out what it said.';

  create function case_messages_only_redact() returns trigger language plpgsql as $$
    begin
      if old.redacted_at is null and new.redacted_at is not null and new.body = ''
         and new.body_html = ''
         and (new.id, new.case_id, new.author_id, new.by_staff, new.request_key, new.sent_at)
           = (old.id, old.case_id, old.author_id, old.by_staff, old.request_key, old.sent_at) then
        return new;
      end if;
      raise exception 'what was written in a case is never edited' using errcode = 'restrict_violation';
    end $$;
  create trigger case_messages_only_redact before update on case_messages
    for each row execute function case_messages_only_redact();
  create trigger case_messages_stay before delete or truncate on case_messages
    for each statement execute function refuse_change();
  grant select, insert on case_messages to goodline_app;
  grant update (body, body_html, redacted_at, redacted_by, redaction_reason)
    on case_messages to goodline_app;
`;

const RECORD = `
  create table case_notes (
    id          integer     generated always as identity primary key,
    case_id     integer     not null references cases,
    author_id   integer     not null references members,
    body        text        not null check (body <> ''),
    request_key uuid        not null,
    written_at  timestamptz not null,
    constraint case_notes_written_once unique (author_id, request_key)
  );
  create index case_notes_of_case on case_notes (case_id, id);
  comment on table case_notes is 'What our team says among itself about a case: the member never sees it.';
  create trigger case_notes_stay before update or delete or truncate on case_notes
    for each statement execute function refuse_change();

  create table case_events (
    id          integer     generated always as identity primary key,
    case_id     integer     not null references cases,
    act         text        not null,
    actor_id    integer     not null references members,
    to_id       integer     references members,
    note        text        not null default '',
    happened_at timestamptz not null,
    constraint case_events_act_is_known check (act in ('opened', 'assigned', 'released',
      'handed-over', 'closed', 'reopened', 'redacted')),
    constraint case_events_give_to_somebody check (
      (act in ('assigned', 'handed-over')) = (to_id is not null)),
    constraint case_events_hand_over_with_a_note check (act <> 'handed-over' or note <> '')
  );
  create index case_events_of_case on case_events (case_id, id);
  comment on table case_events is 'What became of a case, besides what was written in it.';
  comment on column case_events.note is 'For our team alone.';
  create trigger case_events_stay before update or delete or truncate on case_events
    for each statement execute function refuse_change();
  grant select, insert on case_notes, case_events to goodline_app;
`;

const WORDS = `
  insert into queue_kinds (word) values ('case') on conflict do nothing;
  insert into mail_kinds (word) values ('case-reply'), ('case-closed') on conflict do nothing;
  insert into moderation_acts (word) values ('case-opened'), ('case-replied'), ('case-assigned'),
    ('case-handed-over'), ('case-noted'), ('case-closed'), ('case-reopened'), ('case-redacted')
    on conflict do nothing;
`;
