import type { Knex } from 'knex';

import type { QuestionId } from '../rows.ts';
import { noteTitle } from '../similar/note-title.ts';
import { visible } from '../visible.ts';

/**
 * Writes what search knows of a question anew, or forgets it while readers cannot see it, and has
 * similar questions found by another title. To be called in the transaction of whatever changed the
 * question, its topic, its answers or its acceptance.
 */
export async function refreshSearch(
  { trx }: { readonly trx: Knex },
  id: QuestionId,
): Promise<void> {
  await trx.raw(REFRESH, [id, id]);
  await noteTitle({ trx }, id);
}

/**
 * Weights: A title, B question and accepted answer, C the other answers that readers can see.
 * Cut to lengths that PostgreSQL's limit of one megabyte of words can always hold.
 */
const REFRESH = `
  with hidden as (
    delete from search_documents d using questions q
     where q.id = d.question_id and q.id = ? and not (${visible.question})
  )
  insert into search_documents (question_id, tags, document)
  select q.id, search_tags(q.id, q.topic_id, q.author_id || said.people),
         setweight(to_tsvector('goodline', translate(q.title, '<>', '  ')), 'A')
         || setweight(to_tsvector('goodline', left(q.body_html, 40000)), 'B')
         || setweight(to_tsvector('goodline', left(coalesce(said.accepted, ''), 40000)), 'B')
         || setweight(to_tsvector('goodline', left(coalesce(said.others, ''), 60000)), 'C')
    from questions q
    left join acceptances live on live.question_id = q.id and live.withdrawn_at is null
   cross join lateral (
         select string_agg(a.body_html, ' ') filter (where a.id = live.answer_id) as accepted,
                string_agg(left(a.body_html, 8000), ' ' order by a.id)
                  filter (where a.id is distinct from live.answer_id) as others,
                array_agg(a.author_id) as people
           from answers a
          where a.question_id = q.id and ${visible.answer}) said
   where q.id = ? and ${visible.question}
  on conflict (question_id) do update set document = excluded.document, tags = excluded.tags`;
