import type { ListedQuestion } from '../question-list.ts';
import type { AnswerId } from '../rows.ts';

/** A stretch of plain text; `hit` where it is what was looked for. Not HTML: escape it. */
export type Part = { text: string; hit: boolean };

export type SearchResult = ListedQuestion & {
  titleParts: Part[];
  /** From the question or one of its answers, around the words looked for. */
  snippet: Part[];
  /** The answer that the snippet is from; null where it is from the question. */
  answer: { id: AnswerId; accepted: boolean } | null;
};

/** Around a hit in what PostgreSQL highlights: two characters that mean nothing to anybody. */
export const HIT_MARKS = { start: '\uE000', stop: '\uE001' } as const;

/** Takes highlighted plain text apart at its marks. */
export function partsOf(highlighted: string): Part[] {
  return highlighted
    .split(BETWEEN_PARTS)
    .map((part) => ({ text: part.replace(MARKS, ''), hit: part.startsWith(HIT_MARKS.start) }))
    .filter(({ text }) => text !== '');
}

/** Takes apart highlighted HTML whose tags are gone, and turns its entities back into text. */
export const partsOfHtml = (highlighted: string): Part[] =>
  partsOf(highlighted).map(({ text, hit }) => ({ text: textOf(text), hit }));

const BETWEEN_PARTS = /(?=\uE000)|(?<=\uE001)/;
const MARKS = /[\uE000\uE001]/g;

const ENTITIES: Record<string, string> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': '\u00a0', '&amp;': '&' },
};

const textOf = (html: string) =>
  html.replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
