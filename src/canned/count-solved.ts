import type { Knex } from 'knex';

import type { CannedTextId } from './rows.ts';

/** In how many days of being sent a text has to have helped. */
export const SOLVED_WITHIN_DAYS = 7;

/** How often a text was sent, after how many of these it was solved, and how many may yet be. */
export type SolvedCount = { used: number; solved: number; open: number };

/**
 * What came of the texts that were ever sent. An answer solved if it was accepted within
 * `SOLVED_WITHIN_DAYS` and still is; a message if its case was closed within them and not opened
 * again in that time.
 */
export async function countSolved(db: Knex, now: Date): Promise<Map<CannedTextId, SolvedCount>> {
  const { rows } = await db.raw<{ rows: (SolvedCount & { id: CannedTextId })[] }>(COUNTED, {
    ...{ now, hours: SOLVED_WITHIN_DAYS * 24 },
  });
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}

const COUNTED = `
  with sent as (
    select text_id, answer_id, message_id, used_at,
           used_at + make_interval(hours => :hours) as until
      from canned_uses
  ), judged as (
    select s.text_id, s.until,
           case when s.answer_id is not null
             then exists (select from acceptances a
                           where a.answer_id = s.answer_id and a.withdrawn_at is null
                             and a.accepted_at <= s.until)
             else exists (select from case_messages m
                            join case_events e on e.case_id = m.case_id and e.act = 'closed'
                           where m.id = s.message_id and e.happened_at between s.used_at and s.until
                             and not exists (
                               select from case_events r
                                where r.case_id = m.case_id and r.act = 'reopened'
                                  and r.id > e.id and r.happened_at <= s.until))
           end as solved
      from sent s
  )
  select text_id as id, count(*)::int as used,
         (count(*) filter (where solved))::int as solved,
         (count(*) filter (where not solved and until > :now))::int as open
    from judged group by text_id`;
