import type { Knex } from 'knex';

/** Claims live in the queue, whatever it is that waits; and the queue is read by kind, too. */
export const up = (db: Knex) =>
  db.raw(`
    update queue_items i
       set claimed_by = a.claimed_by, claimed_until = a.claimed_until
      from audits a
     where i.kind = 'audit' and i.subject_id = a.id and i.state = 'waiting'
       and a.state = 'waiting' and a.claimed_by is not null;
    alter table audits drop claimed_by, drop claimed_until;

    drop index queue_items_claimed;
    create index queue_items_claimed on queue_items (claimed_until) where claimed_by is not null;
    create index queue_items_waiting_of_kind on queue_items (kind, risk, opened_at, id)
      where state = 'waiting';
    comment on column queue_items.claimed_by is 'Who reads it, and keeps it from colleagues.';
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop index queue_items_waiting_of_kind, queue_items_claimed;
    create index queue_items_claimed on queue_items (claimed_by) where claimed_by is not null;
    comment on column queue_items.claimed_by is null;

    alter table audits
      add claimed_by integer references members,
      add claimed_until timestamptz,
      add constraint audits_claim_has_an_end
        check ((claimed_by is null) = (claimed_until is null));
    update audits a
       set claimed_by = i.claimed_by, claimed_until = i.claimed_until
      from queue_items i
     where i.kind = 'audit' and i.subject_id = a.id and i.state = 'waiting'
       and i.claimed_by is not null;
  `);
