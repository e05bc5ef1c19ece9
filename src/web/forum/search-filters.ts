import type { TopicRow } from '../../forum/rows.ts';
import { queryText } from '../../forum/search/parse-query.ts';
import type { SearchOrder, SearchResults } from '../../forum/search/search-questions.ts';
import { withQuery } from './paths.ts';
import type { Searching } from './searching.ts';
import type { Tabs } from './tabs.ts';

/** Links that narrow a search, or order it otherwise. */
export type SearchFilters = { solved: Tabs; order: Tabs; topics: TopicLinks };

/** Topics in which something was found, with how much. */
export type TopicLinks = {
  links: readonly { href: string; label: string; count: number | undefined; current: boolean }[];
};

type Change = {
  q?: string;
  topic?: string | undefined;
  solved?: boolean | undefined;
  order?: SearchOrder;
  after?: string | undefined;
};

/** How many topics are offered. */
const TOPICS = 6;

export const searchFilters = (
  searching: Searching,
  topics: readonly TopicRow[],
  results: SearchResults | undefined,
): SearchFilters => ({
  solved: {
    label: 'Solved or not',
    links: SOLVED.map(({ solved, label }) => ({
      ...{ label, href: searchHref(searching, { solved, after: undefined }) },
      current: searching.solved === solved,
    })),
  },
  order: {
    label: 'Order',
    links: ORDERS.map(({ order, label }) => ({
      ...{ label, href: searchHref(searching, { order, after: undefined }) },
      current: searching.order === order,
    })),
  },
  topics: topicLinks(searching, topics, results),
});

/** The address of this search with something changed; its operators are in the address's own fields. */
export function searchHref(searching: Searching, change: Change): string {
  const { query, topic, solved, order, after } = searching;
  const wanted = {
    ...{ q: queryText(query), topic: topic?.slug, solved, order, after },
    ...change,
  };
  return withQuery('/search', {
    ...{ q: wanted.q, topic: wanted.topic, after: wanted.after },
    solved: wanted.solved === undefined ? undefined : wanted.solved ? '1' : '0',
    sort: wanted.order === 'newest' ? 'newest' : undefined,
  });
}

function topicLinks(
  searching: Searching,
  topics: readonly TopicRow[],
  results: SearchResults | undefined,
): TopicLinks {
  const { topic: chosen } = searching;
  const found = (results?.topics ?? []).flatMap(({ id, count }) => {
    const topic = topics.find((one) => one.id === id);
    return topic ? [{ ...topic, count }] : [];
  });
  const offered = chosen ? [{ ...chosen, count: undefined }] : found.slice(0, TOPICS);
  const href = (topic?: string) => searchHref(searching, { topic, after: undefined });
  return {
    links: [
      { href: href(), label: 'All topics', count: undefined, current: chosen === undefined },
      ...offered.map(({ slug, name, count }) => ({
        ...{ href: href(slug), label: name, count, current: slug === chosen?.slug },
      })),
    ],
  };
}

const SOLVED = [
  { solved: undefined, label: 'All' },
  { solved: true, label: 'Solved' },
  { solved: false, label: 'Not solved' },
] as const;

const ORDERS = [
  { order: 'best', label: 'Best' },
  { order: 'newest', label: 'Newest' },
] as const;
