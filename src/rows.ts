// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from './db/branded.ts';
import type { MemberId } from './members/rows.ts';

export type EventId = Branded<bigint, 'event'>;

export type EventRow = {
  id: EventId;
  name: string;
  details: unknown;
  /** Null for the system and for visitors. */
  actor_id: MemberId | null;
  happened_at: Date;
};

export type NewEventRow = {
  name: string;
  details: unknown;
  actor_id?: MemberId | null;
  happened_at: Date;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    events: Knex.CompositeTableType<EventRow, NewEventRow, Partial<NewEventRow>>;
  }
}
