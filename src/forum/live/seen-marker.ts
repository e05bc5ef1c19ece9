import type { Knex } from 'knex';

import { createGathering } from '../gathering.ts';
import type { QuestionId } from '../rows.ts';
import { LIVE_CHANNEL } from './tell-watchers.ts';

/** Gathers in memory which questions were read for the first time, so that reading writes nothing. */
export type SeenMarker = {
  saw: (id: QuestionId) => void;
  /** Writes down what was gathered, in one statement; kept for next time if it fails. */
  flush: () => Promise<void>;
};

/** A marker that writes to this database when whoever made it calls `flush`. */
export function createSeenMarker(db: Knex, now: () => Date): SeenMarker {
  const { add, flush } = createGathering<QuestionId, true>({
    together: () => true,
    write: (seen) => db.raw(MARK, [now(), [...seen.keys()], LIVE_CHANNEL]),
  });
  const saw = (id: QuestionId) => {
    add(id, true);
  };
  return { saw, flush };
}

/** In the order of their ids, so that two processes can flush at once; watchers are told of each. */
const MARK = `
  with marked as (
    insert into question_sightings (question_id, seen_at)
    select id, ?::timestamptz from (select unnest(?::int[]) as id order by 1) read
        on conflict do nothing
    returning question_id)
  select pg_notify(?, question_id::text) from marked`;
