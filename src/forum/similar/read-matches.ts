import type { Knex } from 'knex';

import type { AnswerId, QuestionId, QuestionRow } from '../rows.ts';
import { standing } from '../standing.ts';
import { visible } from '../visible.ts';

/** A question that may ask the same, with the answer that helps most. */
export type Match = Pick<QuestionRow, 'id' | 'title' | 'slug' | 'state' | 'answer_count'> & {
  /** The accepted one, or else the one with the most votes. */
  answer: { id: AnswerId; html: string; by: string; byStaff: boolean; accepted: boolean } | null;
};

/** Questions that readers can see, solved ones first, otherwise in the order they are named in. */
export async function readMatches(db: Knex, ids: readonly QuestionId[]): Promise<Match[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.raw<{ rows: Match[] }>(MATCHES, [[...ids]]);
  return rows;
}

const MATCHES = `
  select q.id, q.title, q.slug, q.state, q.answer_count, said.answer
    from unnest(?::int[]) with ordinality as found (id, place)
    join questions q on q.id = found.id
    left join lateral (
         select json_build_object('id', a.id, 'html', a.body_html, 'by', m.name,
                  'byStaff', a.by_staff, 'accepted', c.id is not null) as answer
           from answers a
           join members m on m.id = a.author_id
           left join acceptances c on c.answer_id = a.id and ${standing}
          where a.question_id = q.id and ${visible.answer}
          order by (c.id is not null) desc, a.score desc, a.id limit 1) said on true
   where ${visible.question}
   order by (q.state = 'open'), found.place`;
