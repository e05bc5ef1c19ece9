import type { Knex } from 'knex';

/** Decided audits whose right verdict two people agree on, shown again to see who finds it. */
export const up = (db: Knex) =>
  db.raw(`
    create table known_items (
      id           integer     generated always as identity primary key,
      audit_id     integer     not null references audits,
      verdict      text        not null,
      why          text        not null check (char_length(why) between 1 and 1000),
      picked_by    integer     not null references members,
      picked_at    timestamptz not null,
      confirmed_by integer     references members,
      confirmed_at timestamptz,
      retired_by   integer     references members,
      retired_at   timestamptz,
      constraint known_items_verdict_is_known check (verdict in ('pass', 'fix', 'fail')),
      constraint known_items_are_agreed_by_two check (confirmed_by <> picked_by),
      constraint known_items_are_confirmed_at_an_instant
        check ((confirmed_by is null) = (confirmed_at is null)),
      constraint known_items_are_retired_at_an_instant
        check ((retired_by is null) = (retired_at is null))
    );
    create unique index known_items_one_live_of_an_audit on known_items (audit_id)
      where retired_at is null;
    comment on table known_items is 'Decided audits whose right verdict two people agree on.';
    comment on column known_items.why is 'Shown to whoever has judged it.';

    create table known_showings (
      id             integer     primary key default nextval('audits_id_seq'),
      known_item_id  integer     not null references known_items,
      member_id      integer     not null references members,
      shown_at       timestamptz not null,
      verdict        text,
      reason         text,
      answered_at    timestamptz,
      constraint known_showings_verdict_is_known check (verdict in ('pass', 'fix', 'fail')),
      constraint known_showings_reason_is_known
        check (reason in ('wrong', 'unsafe', 'copied', 'gaming')),
      constraint known_showings_are_answered_at_an_instant
        check ((verdict is null) = (answered_at is null)),
      constraint known_showings_once_a_member unique (member_id, known_item_id)
    );
    comment on table known_showings is
      'A known item before somebody, under a number that an audit could have.';
    comment on column known_showings.verdict is 'What they said; null while it waits for them.';

    alter table queue_items add column only_for integer references members;
    comment on column queue_items.only_for is 'Who alone has it in their queue; null: everybody.';

    grant usage on sequence audits_id_seq to goodline_app;
    grant select, insert, update on known_items, known_showings to goodline_app;
    insert into moderation_acts (word)
    values ('known-item-picked'), ('known-item-confirmed'), ('known-item-retired')
        on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    delete from queue_items where only_for is not null;
    alter table queue_items drop column only_for;
    revoke usage on sequence audits_id_seq from goodline_app;
    drop table known_showings, known_items;
  `);
