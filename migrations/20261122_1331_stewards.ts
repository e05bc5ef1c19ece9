import type { Knex } from 'knex';

/** Members whom staff invited to give opinions on audits, and what they signed. */
export const up = (db: Knex) =>
  db.raw(`
    create table steward_undertakings (
      version      integer     primary key check (version > 0),
      body         text        not null check (body <> ''),
      published_by integer     references members,
      published_at timestamptz not null
    );
    comment on table steward_undertakings is
      'What a steward undertakes, paragraph by paragraph; the highest version is offered.';
    create trigger steward_undertakings_are_never_changed before update or delete or truncate
      on steward_undertakings for each statement execute function refuse_change();
    insert into steward_undertakings values (1, '${UNDERTAKING.replaceAll("'", "''")}', null,
      '2026-01-01 00:00:00+00');

    create table stewards (
      id                   integer     generated always as identity primary key,
      member_id            integer     not null references members,
      state                text        not null default 'invited',
      reason               text        not null check (reason <> ''),
      invited_by           integer     not null references members,
      invited_at           timestamptz not null,
      review_on            date        not null,
      undertaking_version  integer     references steward_undertakings,
      signed_as            text,
      answered_at          timestamptz,
      ended_by             integer     references members,
      ended_at             timestamptz,
      end_reason           text        not null default '',
      constraint stewards_state_is_known
        check (state in ('invited', 'serving', 'declined', 'resigned', 'relieved')),
      constraint stewards_serve_by_a_signature check (
        (signed_as is null) = (undertaking_version is null)
        and (state not in ('serving', 'resigned') or signed_as is not null)),
      constraint stewards_end_once
        check ((state in ('declined', 'resigned', 'relieved')) = (ended_at is not null)),
      constraint stewards_are_relieved_for_a_reason check (state <> 'relieved' or end_reason <> '')
    );
    create unique index stewards_one_live_of_a_member on stewards (member_id)
      where state in ('invited', 'serving');
    comment on table stewards is 'Appointments of stewards, open, live and ended.';
    comment on column stewards.reason is 'Why this member was invited; for staff.';
    comment on column stewards.review_on is 'When staff look at the appointment again.';
    comment on column stewards.signed_as is 'The name that was typed under the undertaking.';

    create table steward_topics (
      steward_id integer not null references stewards,
      topic_id   integer not null references topics,
      primary key (topic_id, steward_id)
    );
    create index steward_topics_of_steward on steward_topics (steward_id);
    comment on table steward_topics is 'The topics that an appointment is for.';

    grant select, insert on steward_undertakings, steward_topics to goodline_app;
    grant select, insert, update on stewards to goodline_app;

    insert into moderation_acts (word) values ('steward-invited'), ('steward-accepted'),
      ('steward-declined'), ('steward-resigned'), ('steward-relieved'), ('governance-turned'),
      ('governance-settings') on conflict do nothing;
    insert into mail_kinds (word) values ('steward-invitation') on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw('drop table steward_topics, stewards, steward_undertakings');

const UNDERTAKING = `I judge answers by whether they are correct, complete, safe, clear and the author's own, and by nothing else.

I leave alone what I asked, answered or accepted, and what people wrote whom I know well, even where nobody would notice.

I say "I'm not sure" whenever I am not sure. Our team then decides.

I keep to myself what I see at the desk, and I don't tell anybody how I judged their answer.

I know that my opinions are compared with those of our team, that the figures of a topic are public, and that my own are shown to me and to our team.

I am not paid for this, and I can stop at any time without giving a reason.`;
