import type { Knex } from 'knex';

import { parseCursor } from '../cursors.ts';
import {
  LISTED_COLUMNS,
  LISTED_JOINS,
  pageOf,
  type ListedColumns,
  type Page,
} from '../question-list.ts';
import { withAuthor } from '../authors.ts';
import type { TopicId } from '../rows.ts';
import { HIT_MARKS, partsOf, partsOfHtml, type SearchResult } from './search-result.ts';
import { visible } from '../visible.ts';

export type Search = {
  /** As typed: words, "a phrase", -without, or. Read no further than 500 characters. */
  q: string;
  topic?: TopicId | undefined;
  solved?: boolean | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
  limit?: number | undefined;
};

/** `found` is how many questions match, counted no further than `SEARCH_CAP`. */
export type SearchResults = Page<SearchResult> & { found: number };

/** How many matching questions, the newest, are ranked and counted. */
export const SEARCH_CAP = 300;

/**
 * Questions that say these words in their title, text or answers, the most telling first.
 *
 * The index finds, a short list is ranked, and only the page that is shown is highlighted. Any
 * text is a search, however odd, except one with NUL in it, which the forms refuse.
 */
export async function searchQuestions(
  db: Knex,
  { q, topic, solved = false, after, limit = 20 }: Search,
): Promise<SearchResults> {
  const cursor = after === undefined ? undefined : parseCursor(after);
  const { rows } = await db.raw<{ rows: Hit[] }>(
    `with candidates as (
       select q.id, d.document
         from search_documents d
         join questions q on q.id = d.question_id
        where d.document @@ websearch_to_tsquery('goodline', :words) and ${visible.question}
          ${topic === undefined ? '' : 'and q.topic_id = :topic'}
          ${solved ? "and q.state = 'solved'" : ''}
        order by q.id desc
        limit :cap),
     ranked as (
       select id, count(*) over ()::int as found,
              ts_rank_cd('{0.1, 0.2, 0.5, 1}', document,
                         websearch_to_tsquery('goodline', :words), 1)::float8 as rank
         from candidates),
     shown as (
       select * from ranked
        ${cursor ? 'where (rank, id) < (:rank, :id)' : ''}
        order by rank desc, id desc
        limit :limit)
     select ${LISTED_COLUMNS}, ${HIT}
       from shown
       join questions q on q.id = shown.id ${LISTED_JOINS}
       left join acceptances live on live.question_id = q.id and live.withdrawn_at is null
       left join answers a on a.id = live.answer_id and a.removed_at is null
      order by shown.rank desc, q.id desc`,
    {
      ...{ words: q.slice(0, 500), topic: topic ?? null, cap: SEARCH_CAP, limit: limit + 1 },
      ...{ rank: cursor?.key ?? null, id: cursor?.id ?? null, marks: MARKS },
    },
  );
  const page = pageOf(rows, limit, ({ hit }) => hit.rank);
  return { rows: page.rows.map(resultOf), next: page.next, found: rows[0]?.hit.found ?? 0 };
}

type Hit = ListedColumns & {
  hit: { rank: number; found: number; title: string; text: string };
};

const HIT = `
  json_build_object(
    'rank', shown.rank,
    'found', shown.found,
    'title', ts_headline('goodline', q.title,
      websearch_to_tsquery('goodline', :words), 'HighlightAll=true, ' || :marks),
    'text', ts_headline('goodline',
      left(q.body_html, 8000) || ' ' || left(coalesce(a.body_html, ''), 8000),
      websearch_to_tsquery('goodline', :words),
      'MinWords=12, MaxWords=32, MaxFragments=2, FragmentDelimiter=" … ", ' || :marks)) as hit`;

const MARKS = `StartSel=${HIT_MARKS.start}, StopSel=${HIT_MARKS.stop}`;

const resultOf = ({ hit, ...row }: Hit): SearchResult => ({
  ...withAuthor(row),
  titleParts: partsOf(hit.title),
  snippet: partsOfHtml(hit.text),
});
