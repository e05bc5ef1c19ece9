import type { ListedQuestion } from './question-list.ts';

/** A stretch of plain text; `hit` where it is what was looked for. Not HTML: escape it. */
export type Part = { text: string; hit: boolean };

export type SearchResult = ListedQuestion & {
  titleParts: Part[];
  /** From the question and its accepted answer, around the words looked for. */
  snippet: Part[];
};

export type SearchResults = {
  rows: SearchResult[];
  next: string | null;
  /** How many questions match; counted up to 300. */
  found: number;
};
