import type { Knex } from 'knex';

import { createGathering } from './gathering.ts';
import type { QuestionId } from './rows.ts';

/** Gathers views in memory, so that reading a page writes nothing. */
export type ViewCounter = {
  saw: (id: QuestionId) => void;
  /** Adds what was gathered to the questions, in one statement; kept for next time if it fails. */
  flush: () => Promise<void>;
};

/** A counter that writes to this database when whoever made it calls `flush`. */
export function createViewCounter(db: Knex): ViewCounter {
  const { add, flush } = createGathering<QuestionId, number>({
    together: (one, other) => one + other,
    write: (views) => db.raw(ADD_VIEWS, [[...views.keys()], [...views.values()]]),
  });
  const saw = (id: QuestionId) => {
    add(id, 1);
  };
  return { saw, flush };
}

/** Locked in the order of their ids, so that two processes can flush at once. */
const ADD_VIEWS = `
  with seen as (
    select q.id, v.times
      from questions q
      join unnest(?::int[], ?::int[]) as v(id, times) on v.id = q.id
     order by q.id
       for no key update of q)
  update questions q set view_count = q.view_count + seen.times
    from seen
   where seen.id = q.id`;
