import type { Request, RequestHandler } from 'express';

import { parseQuery } from '../../forum/search/parse-query.ts';
import type { SearchResults } from '../../forum/search/search-questions.ts';
import type { Deps } from '../deps.ts';
import { isVisit } from '../is-visit.ts';
import type { Searching } from './searching.ts';

/**
 * Counts that somebody went from the results of a search to a question, or to the form for one.
 * The browser says where they came from: no cookie, no other address, nothing else of them.
 */
export const searchOutcomes =
  ({ countSearch, operator }: Pick<Deps, 'countSearch' | 'operator'>): RequestHandler =>
  (req, res, next) => {
    const outcome = req.path === '/ask' ? 'asked' : QUESTION.test(req.path) ? 'opened' : undefined;
    const words = outcome && isVisit(req) && searchBefore(req, operator.siteUrl);
    if (words) {
      res.once('finish', () => {
        if (res.statusCode === 200) countSearch(words, outcome);
      });
    }
    next();
  };

/** Counts a search, once for all its pages and filters. */
export function countSearched(
  { countSearch, operator }: Pick<Deps, 'countSearch' | 'operator'>,
  req: Request,
  { query, after }: Searching,
  results: SearchResults,
): void {
  if (query.terms.length === 0 || after !== undefined || !isVisit(req)) return;
  if (searchBefore(req, operator.siteUrl) === query.plain) return;
  if (hasFailed(results)) countSearch(query.plain, 'searches', 'nothing');
  else countSearch(query.plain, 'searches');
}

/** Whether nothing has all that was looked for. */
export const hasFailed = ({ found, looser }: SearchResults) => found === 0 || looser !== undefined;

const QUESTION = /^\/q\/\d+\/[^/]+$/;

/** The words of the search whose results led here; '' for none. */
function searchBefore(req: Request, siteUrl: string): string {
  const referer = req.get('referer') ?? '';
  if (!URL.canParse(referer)) return '';
  const { origin, pathname, searchParams } = new URL(referer);
  const isSearch = origin === new URL(siteUrl).origin && pathname === '/search';
  return isSearch ? parseQuery(searchParams.get('q') ?? '').plain : '';
}
