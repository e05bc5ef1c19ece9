import type { QueueItemRow } from '../rows.ts';

/** A place in the order of the queue: of risk × age, then the higher risk, then the lower number. */
export type Place = { score: number; risk: number; id: number };

type Asked = {
  at: Date;
  limit: number;
  kind?: QueueItemRow['kind'] | undefined;
  after?: Place | undefined;
  before?: Place | undefined;
};

/** Risk × age in milliseconds at the instant `at`, as SQL. */
export const SCORE =
  '(i.risk * round(extract(epoch from cast(:at as timestamptz) - i.opened_at) * 1000))::float8';

/**
 * The query of a stretch of the queue for the moderator `:me`. Within a risk the oldest weighs
 * most, so that it takes the first of each of the five risks from the index, and merges them. Its
 * conditions are ones whose rows the planner can guess: with `coalesce` it sorted all that wait.
 */
export function waitingSql({ at, limit, kind, after, before }: Asked) {
  const place = after ?? before;
  const [direction, backwards] = before ? ['desc', 'asc'] : ['', 'desc'];
  const inOrder = (row: string) =>
    `${row}.score ${backwards}, ${row}.risk ${backwards}, ${row}.id ${direction}`;
  const sql = `
    select found.*
      from unnest(array[5, 4, 3, 2, 1]) as class (risk)
     cross join lateral (
       select i.*, ${SCORE} as score
         from queue_items i
        where i.state = 'waiting' and i.risk = class.risk
              ${kind === undefined ? '' : 'and i.kind = :kind'}
          and not i.barred @> array[:me::int] and i.asked_by is distinct from :me
          and (i.only_for is null or i.only_for = :me)
          and (i.claimed_by is null or i.claimed_by = :me or i.claimed_until <= :at)
              ${place ? beyond(before !== undefined) : ''}
        order by i.opened_at ${direction}, i.id ${direction}
        limit :limit) as found
     order by ${inOrder('found')}
     limit :limit`;
  const values = { at, limit, ...(kind !== undefined && { kind }), ...(place && fromPlace(place)) };
  return { sql, values, inOrder };
}

const fromPlace = ({ score, risk, id }: Place) => ({ score, risk, id });

/** Where the index starts, give or take a millisecond, and the exact place within it. */
const beyond = (isBefore: boolean) => `
  and i.opened_at ${isBefore ? '<=' : '>='} cast(:at as timestamptz)
      - make_interval(secs => cast(:score as float8) / class.risk / 1000)
      ${isBefore ? '+' : '-'} interval '1 millisecond'
  and (-${SCORE}, -i.risk, i.id) ${isBefore ? '<' : '>'}
      (-cast(:score as float8), -cast(:risk as int), cast(:id as int))`;
