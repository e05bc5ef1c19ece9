import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import { cursorText, parseCursor, type Cursor } from '../cursors.ts';
import type { Page } from '../question-list.ts';
import type { TopicId } from '../rows.ts';
import { mendSpelling } from '../similar/spelling.ts';
import { readKnown } from '../similar/read-words.ts';
import { allOf, anyOf, compileQuery, type CompiledQuery } from './compile-query.ts';
import { byRank, findCandidates, type Candidate } from './find-candidates.ts';
import { loosen, type Looser } from './loosen.ts';
import { parseQuery, queryText, type Query } from './parse-query.ts';
import { readSynonyms } from './read-synonyms.ts';
import { readResults } from './read-results.ts';
import type { SearchResult } from './search-result.ts';
import { withSynonyms } from './synonyms.ts';

/** The best of the newest `SEARCH_CAP`, or all of them by age. */
export type SearchOrder = 'best' | 'newest';

export type Search = {
  /** As typed, or taken apart already; what is filtered by is in the other fields alone. */
  q: string | Query;
  topic?: TopicId | undefined;
  /** Whether it is settled: an answer accepted, or none needed. */
  solved?: boolean | undefined;
  user?: MemberId | undefined;
  /** The best first unless said. */
  order?: SearchOrder | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
  limit?: number | undefined;
};

export type SearchResults = Page<SearchResult> & {
  /** How many questions match, counted no further than `SEARCH_CAP`. */
  found: number;
  /** How many of those in each topic, the most first. */
  topics: readonly { id: TopicId; count: number }[];
  /** The words with their spelling mended, where what was typed finds next to nothing. */
  mended: string | undefined;
  /** Whether they were searched for instead: what was typed finds nothing. */
  isMended: boolean;
  /** What was let go of where nothing has all that was looked for. */
  looser: Looser['kind'] | undefined;
};

/**
 * Questions that say these words in their title, text or answers, the most telling first.
 *
 * The index finds, a short list is ranked, and only the page that is shown is highlighted. What
 * finds nothing is searched for with its spelling mended, and then for less. Any text is a search,
 * however odd, except one with NUL in it, which the forms refuse.
 */
export async function searchQuestions(db: Knex, search: Search): Promise<SearchResults> {
  const query = typeof search.q === 'string' ? parseQuery(search.q) : search.q;
  const groups = await readSynonyms(db);
  const asked = { db, search, groups };
  const typed = await attempt(asked, query);
  if (typed.candidates.length >= FEW || search.after !== undefined) return show(asked, typed);
  const mended = await mend(db, query);
  const better = mended && (await attempt(asked, mended));
  if (!better || better.candidates.length <= typed.candidates.length) {
    return typed.candidates.length > 0 ? show(asked, typed) : showLess(asked, typed);
  }
  const isMended = typed.candidates.length === 0;
  const shown = await show(asked, isMended ? better : typed);
  return { ...shown, mended: queryText(mended), isMended };
}

/** Where there are fewer results, a slip of the finger may be why. */
const FEW = 3;

type Asked = { db: Knex; search: Search; groups: readonly (readonly string[])[] };

type Attempt = {
  compiled: CompiledQuery;
  candidates: readonly Candidate[];
  find: (queries: { strict: string; loose: string }) => Promise<Candidate[]>;
};

async function attempt({ db, search, groups }: Asked, query: Query): Promise<Attempt> {
  const { topic, solved, user, order, after } = search;
  const compiled = await compileQuery(db, withSynonyms(query.terms, groups), query.without);
  const { wanted, without } = compiled;
  const older = order === 'newest' && after !== undefined ? parseCursor(after).id - 1 : Infinity;
  const top = Math.min(compiled.top, older);
  const find: Attempt['find'] = (queries) =>
    findCandidates(db, { ...{ topic, solved, user, without, top }, ...queries });
  const strict = allOf(wanted.map((one) => one.strict));
  const isAskedFor = wanted.length > 0 || query.terms.length === 0;
  const candidates = isAskedFor
    ? await find({ strict, loose: allOf(wanted.map((one) => one.loose)) })
    : [];
  return { compiled, candidates, find };
}

/** What comes closest to what nothing has all of. */
async function showLess(asked: Asked, typed: Attempt): Promise<SearchResults> {
  const looser = await loosen(typed.compiled.wanted, typed.find);
  if (!looser) return show(asked, typed);
  const shown = await show(asked, { ...typed, candidates: looser.candidates });
  return { ...shown, next: null, looser: looser.kind };
}

/** The query with its words' spelling mended; undefined where there is nothing to mend. */
async function mend(db: Knex, query: Query): Promise<Query | undefined> {
  const known = await readKnown(db, query.terms.map(({ text }) => text).join(' '));
  const terms = query.terms.map((term) => ({ ...term, text: mendSpelling(term.text, known) }));
  const isMended = terms.some(({ text }, at) => text !== query.terms[at]?.text);
  return isMended ? { ...query, terms } : undefined;
}

async function show(
  { db, search }: Asked,
  { compiled, candidates }: Attempt,
): Promise<SearchResults> {
  const { order = 'best', after, limit = 20 } = search;
  const sorted = order === 'best' ? candidates.toSorted(byRank) : candidates;
  const cursor = after === undefined ? undefined : parseCursor(after);
  const left = cursor && order === 'best' ? sorted.filter(isAfter(cursor)) : sorted;
  const shown = left.slice(0, limit);
  const last = shown.at(-1);
  const words = anyOf(compiled.wanted.map((one) => one.strict));
  return {
    rows: await readResults(
      db,
      shown.map(({ id }) => id),
      words,
    ),
    next: last && left.length > limit ? cursorText({ key: last.rank, id: last.id }) : null,
    found: candidates.length,
    topics: countTopics(candidates),
    ...{ mended: undefined, isMended: false, looser: undefined },
  };
}

const isAfter =
  ({ key, id }: Cursor) =>
  (candidate: Candidate): boolean =>
    candidate.rank < key || (candidate.rank === key && candidate.id < id);

function countTopics(candidates: readonly Candidate[]): SearchResults['topics'] {
  const counts = new Map<TopicId, number>();
  for (const { topic } of candidates) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((one, other) => other.count - one.count || one.id - other.id);
}
