import type { Knex } from 'knex';

import { withAuthor } from '../authors.ts';
import { LISTED_COLUMNS, LISTED_JOINS, type ListedColumns } from '../question-list.ts';
import type { AnswerId, QuestionId } from '../rows.ts';
import { standing } from '../standing.ts';
import { visible } from '../visible.ts';
import { HIT_MARKS, partsOf, partsOfHtml, type SearchResult } from './search-result.ts';

/**
 * These questions in this order, each with the passage of it or of an answer that says most of what
 * is looked for. Only what is shown is highlighted: that costs more than finding it.
 */
export async function readResults(
  db: Knex,
  ids: readonly QuestionId[],
  words: string,
): Promise<SearchResult[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.raw<{ rows: Row[] }>(RESULTS, { ids: [...ids], words, ...OPTIONS });
  return rows.map(({ hit, ...row }) => ({
    ...withAuthor(row),
    titleParts: partsOf(hit.title),
    snippet: partsOfHtml(hit.text),
    answer: hit.answer,
  }));
}

type Row = ListedColumns & {
  hit: { title: string; text: string; answer: { id: AnswerId; accepted: boolean } | null };
};

const MARKS = `StartSel=${HIT_MARKS.start}, StopSel=${HIT_MARKS.stop}`;
const OPTIONS = {
  // PostgreSQL puts a space for every tag, also where the next character is a comma.
  inline: '</?(?:a|code|em|img|s|strong)(?:\\s[^>]*)?>',
  whole: `HighlightAll=true, ${MARKS}`,
  passage: `MinWords=12, MaxWords=32, MaxFragments=2, FragmentDelimiter=" … ", ${MARKS}`,
};

/** Of many answers the accepted one and the best few are looked at, and the beginning of each. */
const RESULTS = `
  select ${LISTED_COLUMNS},
         json_build_object(
           'title', ts_headline('goodline', q.title, :words::tsquery, :whole),
           'text', ts_headline('goodline', regexp_replace(said.html, :inline, '', 'g'),
                               :words::tsquery, :passage),
           'answer', said.answer) as hit
    from unnest(:ids::int[]) with ordinality as found (id, place)
    join questions q on q.id = found.id ${LISTED_JOINS}
   cross join lateral (
         select p.html, p.answer
           from (select left(q.body_html, 8000) as html, null::json as answer, 0 as nth
                 union all
                 select * from (
                   select left(a.body_html, 8000),
                          json_build_object('id', a.id, 'accepted', c.id is not null),
                          row_number() over (order by (c.id is not null) desc, a.score desc, a.id)
                     from answers a
                     left join acceptances c on c.answer_id = a.id and ${standing}
                    where a.question_id = q.id and ${visible.answer}
                    order by (c.id is not null) desc, a.score desc, a.id
                    limit 5) as best) p
          order by ts_rank(to_tsvector('goodline', p.html), :words::tsquery) desc, p.nth
          limit 1) said
   where ${visible.question}
   order by found.place`;
