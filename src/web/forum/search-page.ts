import type { Wait } from '../../forum/waits/read-wait.ts';
import { waitWords } from './wait-words.ts';
import type { TopicRow } from '../../forum/rows.ts';
import { SEARCH_CAP } from '../../forum/search/find-candidates.ts';
import type { SearchResults } from '../../forum/search/search-questions.ts';
import type { Part, SearchResult } from '../../forum/search/search-result.ts';
import type { ListedGuide } from '../../guides/read-guides.ts';
import type { Match } from '../../forum/similar/read-matches.ts';
import { guideLink, type GuideLinks } from '../guides/guide-link.ts';
import { nothingFound, type EmptyState } from '../look/empty.ts';
import type { Note, Pager } from '../look/notes.ts';
import { SEARCH_OPERATORS, type Related, type SearchHelp } from './asides.ts';
import { answerPath, questionPath, withQuery } from './paths.ts';
import { questionListRow, type QuestionListRow } from './question-list-row.ts';
import { searchFilters, searchHref, type SearchFilters } from './search-filters.ts';
import { searchNotes } from './search-notes.ts';
import { looksFor, type Searching } from './searching.ts';

/** A search and what it found. */
export type SearchPage = Related &
  GuideLinks &
  SearchHelp & {
    title: string;
    q: string;
    /** Filters of the address, kept by the form. */
    hidden: readonly { name: string; value: string }[];
    /** Undefined before anything was looked for. */
    filters: SearchFilters | undefined;
    notes: readonly Note[];
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
  /** Where the snippet stands, if that is in an answer. */
  answer: { href: string; accepted: boolean } | undefined;
};

/** Text in which what was looked for is marked. */
export type Highlighted = { parts: readonly Part[] };

type Found = {
  results: SearchResults | undefined;
  topics: readonly TopicRow[];
  worth: bigint;
  similar: readonly Match[];
  guides: readonly ListedGuide[];
  /** What whoever asks now can expect. */
  wait: Wait;
};

export function searchPage(searching: Searching, found: Found): SearchPage {
  const { q, query, topic } = searching;
  const { results, topics, worth, similar, wait } = found;
  const title = [...query.plain].slice(0, LONGEST_TITLE).join('');
  const askHref = withQuery('/ask', { title, topic: topic?.slug });
  return {
    title: q === '' ? 'Search' : `Search: ${q}`,
    ...{ q, hidden: hiddenIn(searching), askHref },
    filters: looksFor(searching) ? searchFilters(searching, topics, results) : undefined,
    notes: searchNotes(searching, results),
    found: results && countOf(results, searching),
    hits: (results?.rows ?? []).map((result) => searchHit(result, worth)),
    empty: results?.rows.length === 0 ? nothingFound(q, askHref, waitWords(wait)) : undefined,
    related: similar.map((match) => ({
      ...{ href: questionPath(match), title: match.title },
      ...{ solved: match.state !== 'open', answers: match.answer_count },
    })),
    pager: pager(searching, results),
    guides: found.guides.map(guideLink),
    operators: SEARCH_OPERATORS,
  };
}

/** Characters, as a question's title can have. */
const LONGEST_TITLE = 150;

const hiddenIn = ({ linked, order }: Searching) =>
  Object.entries({ ...linked, sort: order === 'newest' ? order : undefined }).flatMap(
    ([name, value]) => (value === undefined ? [] : [{ name, value }]),
  );

const searchHit = (result: SearchResult, worth: bigint): SearchHit => ({
  ...questionListRow(result, worth),
  titleParts: result.titleParts,
  snippet: result.snippet,
  answer: result.answer
    ? { href: answerPath(result, result.answer.id), accepted: result.answer.accepted }
    : undefined,
});

function countOf({ found, looser }: SearchResults, { after, order }: Searching): string {
  if (looser) return 'Closest to it';
  if (after !== undefined && order === 'newest') return 'Older ones';
  if (found >= SEARCH_CAP) {
    return order === 'newest'
      ? `${String(SEARCH_CAP)} questions or more`
      : `The best of the ${String(SEARCH_CAP)} newest questions`;
  }
  return found === 1 ? '1 question' : `${String(found)} questions`;
}

function pager(searching: Searching, results: SearchResults | undefined): Pager {
  const { after, order } = searching;
  const q = results?.isMended ? results.mended : undefined;
  const next = results?.next ?? undefined;
  return {
    label: 'More results',
    newer: after === undefined ? undefined : searchHref(searching, { after: undefined }),
    older: next && searchHref(searching, { after: next, ...(q !== undefined && { q }) }),
    words: {
      newer: order === 'best' ? 'Back to the best' : 'Back to the newest',
      older: 'More results',
    },
  };
}
