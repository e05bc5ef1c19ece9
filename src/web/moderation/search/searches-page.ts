import type { SearchedWords, SearchTotals } from '../../../forum/search/read-searches.ts';
import { withQuery } from '../../forum/paths.ts';
import { NEW_GUIDE } from '../../guides/guide-paths.ts';
import type { Tabs } from '../../forum/tabs.ts';
import type { EmptyState } from '../../look/empty.ts';
import type { Note } from '../../look/notes.ts';
import { SYNONYMS } from './synonyms-page.ts';

export const SEARCHES = '/staff/searches';

/** What people searched for and did not find, or did not take. */
export type SearchesPage = {
  title: string;
  lede: string;
  spans: Tabs;
  totals: readonly { label: string; value: number; share: string | undefined }[];
  how: Note;
  lists: readonly SearchList[];
  csvHref: string;
  synonymsHref: string;
};

export type SearchList = {
  id: string;
  title: string;
  lines: readonly SearchLine[];
  empty: EmptyState;
};

type SearchLine = SearchedWords & {
  share: string;
  searchHref: string;
  synonymHref: string;
  /** Undefined for who makes no guides. */
  guideHref: string | undefined;
};

/** How many days the page can look back on. */
export const SPANS = [7, 28, 90] as const;

export type Span = (typeof SPANS)[number];

type Read = {
  totals: SearchTotals;
  fruitless: SearchedWords[];
  givenUp: SearchedWords[];
  /** Whether the reader may make guides. */
  makesGuides: boolean;
};

export function searchesPage(span: Span, read: Read): SearchesPage {
  const { totals, fruitless, givenUp, makesGuides } = read;
  const lines = (all: SearchedWords[], countOf: (line: SearchedWords) => number) =>
    all.map((line) => lineOf(line, countOf(line), makesGuides));
  return {
    title: 'Searches',
    lede: 'What people looked for and didn’t find, so that a synonym or a guide can help the next.',
    spans: {
      label: 'How far back',
      links: SPANS.map((days) => ({
        ...{ href: withQuery(SEARCHES, { days: String(days) }), current: days === span },
        label: `${String(days)} days`,
      })),
    },
    totals: totalsOf(totals),
    how: HOW,
    lists: [
      {
        id: 'nothing',
        title: 'Found nothing',
        lines: lines(fruitless, ({ nothing }) => nothing),
        empty: NONE,
      },
      {
        id: 'given-up',
        title: 'Gave up',
        lines: lines(givenUp, ({ gaveUp }) => gaveUp),
        empty: NONE,
      },
    ],
    csvHref: withQuery(`${SEARCHES}.csv`, { days: String(span) }),
    synonymsHref: SYNONYMS,
  };
}

function totalsOf({ searches, nothing, opened, asked, gaveUp }: SearchTotals) {
  const line = (label: string, value: number) => ({ label, value, share: of(value, searches) });
  return [
    { label: 'Searches', value: searches, share: undefined },
    line('Found nothing', nothing),
    { label: 'Results opened', value: opened, share: undefined },
    line('Went on to ask', asked),
    line('Gave up, about', gaveUp),
  ];
}

const HOW: Note = {
  kind: 'info',
  lead: 'Nobody is followed here.',
  text: 'Only counts are kept, by words and day. Giving up is searching and neither opening a result nor going on to ask, as far as the browser says where it comes from. One that does not say so counts as giving up whatever it opens, and several results opened after one search count as several: so this is an estimate, too high for the one and too low for the other. Words stand here once they were searched for on two days, and never where they may be personal.',
};

const NONE: EmptyState = {
  art: 'done',
  title: 'Nothing here',
  text: 'Nothing in these days was searched for like this on two of them.',
};

const lineOf = (line: SearchedWords, count: number, makesGuides: boolean): SearchLine => ({
  ...line,
  share: of(count, line.searches) ?? '',
  searchHref: withQuery('/search', { q: line.words }),
  synonymHref: withQuery(SYNONYMS, { words: line.words }),
  guideHref: makesGuides ? withQuery(NEW_GUIDE, { title: line.words }) : undefined,
});

/** A share in percent; undefined of nothing. */
const of = (part: number, whole: number): string | undefined =>
  whole === 0 ? undefined : `${String(Math.round((part / whole) * 100))} %`;
