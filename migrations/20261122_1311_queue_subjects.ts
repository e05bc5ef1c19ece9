import type { Knex } from 'knex';

/** What something stands for finds it in the queue, whether it waits or has been settled. */
export const up = (db: Knex) =>
  db.raw('create index queue_items_of_subject on queue_items (kind, subject_id, id)');

export const down = (db: Knex) => db.raw('drop index queue_items_of_subject');
