import type { Work } from '../../work.ts';
import { visible } from '../visible.ts';

/**
 * Counts anew how long the questions of the last 28 days waited for somebody else's first answer, by
 * the hour at which they were asked where the operator is, with the hours before and after it. What
 * nobody has answered counts as waiting for ever.
 */
export async function countWaits({ trx, at, operator }: Work): Promise<void> {
  await trx.raw(COUNT, { at, zone: operator.timeZone });
}

const COUNT = `
  with asked as (
    select extract(hour from q.asked_at at time zone :zone)::int as hour,
           extract(epoch from min(greatest(a.answered_at, q.asked_at))
                   filter (where a.id is not null) - q.asked_at) as wait
      from questions q
      left join answers a on a.question_id = q.id and a.author_id <> q.author_id
            and ${visible.answer}
     where ${visible.question} and q.asked_at >= :at::timestamptz - interval '28 days'
     group by q.id)
  insert into answer_waits (hour, questions, answered, median_seconds, counted_at)
  select h.hour, count(asked.hour), count(wait),
         nullif(percentile_disc(0.5) within group (order by coalesce(wait, 'infinity'))
                filter (where asked.hour is not null), 'infinity')::int,
         :at::timestamptz
    from generate_series(0, 23) as h(hour)
    left join asked on (asked.hour - h.hour + 24) % 24 in (0, 1, 23)
   group by h.hour
      on conflict (hour) do update
     set questions = excluded.questions, answered = excluded.answered,
         median_seconds = excluded.median_seconds, counted_at = excluded.counted_at`;
