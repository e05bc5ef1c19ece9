import type { Knex } from 'knex';

import type { QuestionId } from './rows.ts';

/** Gathers views in memory, so that reading a page writes nothing. */
export type ViewCounter = {
  saw: (id: QuestionId) => void;
  /** Adds what was gathered to the questions, in one statement; kept for next time if it fails. */
  flush: () => Promise<void>;
};

/** A counter that writes to this database when whoever made it calls `flush`. */
export function createViewCounter(db: Knex): ViewCounter {
  let views = new Map<QuestionId, number>();
  const add = (id: QuestionId, times: number) => views.set(id, (views.get(id) ?? 0) + times);

  return {
    saw: (id) => void add(id, 1),
    flush: async () => {
      if (views.size === 0) return;
      const gathered = views;
      views = new Map();
      try {
        await db.raw(ADD_VIEWS, [[...gathered.keys()], [...gathered.values()]]);
      } catch (error) {
        for (const [id, times] of gathered) add(id, times);
        throw error;
      }
    },
  };
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
