import { SEARCH_CAP } from '../../forum/search/find-candidates.ts';
import type { SearchResults } from '../../forum/search/search-questions.ts';
import type { Part, SearchResult } from '../../forum/search/search-result.ts';
import type { TopicRow } from '../../forum/rows.ts';
import { nothingFound, type EmptyState } from '../look/empty.ts';
import type { Pager } from '../look/notes.ts';
import { withQuery } from './paths.ts';
import { questionListRow, type QuestionListRow } from './question-list-row.ts';

/** A search and what it found. */
export type SearchPage = {
  title: string;
  q: string;
  solved: boolean;
  topics: readonly { slug: string; name: string; chosen: boolean }[];
  /** Undefined before anything was looked for. */
  found: string | undefined;
  hits: readonly SearchHit[];
  empty: EmptyState | undefined;
  /** A question with these words already in its title. */
  askHref: string;
  pager: Pager;
};

/** A question with what was looked for marked in it. */
export type SearchHit = QuestionListRow & {
  titleParts: readonly Part[];
  snippet: readonly Part[];
};

/** Text in which what was looked for is marked. */
export type Highlighted = { parts: readonly Part[] };

export type Searching = {
  q: string;
  topic: TopicRow | undefined;
  solved: boolean;
  after: string | undefined;
};

type Found = { results: SearchResults | undefined; topics: readonly TopicRow[]; worth: bigint };

export function searchPage(searching: Searching, { results, topics, worth }: Found): SearchPage {
  const { q, topic, solved } = searching;
  return {
    title: q === '' ? 'Search' : `Search: ${q}`,
    ...{ q, solved },
    topics: topics.map(({ slug, name }) => ({ slug, name, chosen: slug === topic?.slug })),
    found: results && countOf(results),
    hits: (results?.rows ?? []).map((result) => searchHit(result, worth)),
    empty: results?.rows.length === 0 ? nothingFound(q) : undefined,
    askHref: withQuery('/ask', { title: q, topic: topic?.slug }),
    pager: pager(searching, results?.next ?? null),
  };
}

const searchHit = (result: SearchResult, worth: bigint): SearchHit => ({
  ...questionListRow(result, worth),
  titleParts: result.titleParts,
  snippet: result.snippet,
});

function countOf({ found }: SearchResults): string {
  if (found >= SEARCH_CAP) return `The ${String(SEARCH_CAP)} newest questions with these words`;
  return found === 1 ? '1 question' : `${String(found)} questions`;
}

function pager({ q, topic, solved, after }: Searching, next: string | null): Pager {
  const hrefAfter = (cursor: string | undefined) =>
    withQuery('/search', {
      ...{ q, topic: topic?.slug, solved: solved ? '1' : undefined, after: cursor },
    });
  return {
    label: 'More results',
    newer: after === undefined ? undefined : hrefAfter(undefined),
    older: next === null ? undefined : hrefAfter(next),
    words: { newer: 'Back to the best', older: 'More results' },
  };
}
