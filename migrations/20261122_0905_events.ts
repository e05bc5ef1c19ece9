import type { Knex } from 'knex';

/** Everything that has happened in the community, in order, with who did it. Never edited. */
export const up = (db: Knex) =>
  db.raw(`
    create table events (
      id          bigint      generated always as identity primary key,
      name        text        not null,
      details     jsonb       not null,
      actor_id    integer     references members,
      happened_at timestamptz not null
    );
    create index events_by_name on events (name, happened_at);
    comment on column events.actor_id is 'Null for the system and for visitors.';

    create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% rows are never changed or removed', tg_table_name
          using errcode = 'GL000';
      end
    $$;
    revoke all on function refuse_change from public;
    create trigger events_are_never_changed before update or delete or truncate on events
      for each statement execute function refuse_change();

    grant select, insert on events to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table events; drop function refuse_change');
