import type { Knex } from 'knex';

import type { Wanted } from './synonyms.ts';

/** One thing to look for as PostgreSQL's tsquery. */
export type Compiled = {
  typed: string;
  /** Words of a phrase side by side. */
  strict: string;
  /** Words of a phrase anywhere: what the index alone can answer. */
  loose: string;
};

export type CompiledQuery = {
  /** Without what only says words such as “the”, which are in no index. */
  wanted: readonly Compiled[];
  /** What must not be there, as one tsquery; '' for nothing. */
  without: string;
  /** The highest number of a question that can be found. */
  top: number;
};

/** What is looked for, with its words stemmed as those of the questions are. */
export async function compileQuery(
  db: Knex,
  wanted: readonly Wanted[],
  without: readonly string[],
): Promise<CompiledQuery> {
  const texts = [...wanted.flatMap(({ ways }) => ways), ...without];
  const { rows } = await db.raw<{ rows: Stemmed[] }>(STEMMED, [texts]);
  const stemmed = new Map(rows.map((row) => [row.text, row]));
  const top = rows[0]?.top ?? 0;
  return {
    wanted: wanted.flatMap(({ typed, ways }) => {
      const known = ways.flatMap((way) => stemmed.get(way) ?? []).filter(({ loose }) => loose);
      const { strict, loose } = { strict: known.map(strictOf), loose: known.map(looseOf) };
      return known.length === 0 ? [] : [{ typed, strict: anyOf(strict), loose: anyOf(loose) }];
    }),
    without: anyOf(without.map((text) => stemmed.get(text)?.strict ?? '')),
    top,
  };
}

/** A tsquery that any of these fulfils. */
export const anyOf = (queries: readonly string[]): string => joined(queries, ' | ');

/** A tsquery that only all of these fulfil. */
export const allOf = (queries: readonly string[]): string => joined(queries, ' & ');

function joined(queries: readonly string[], sign: string): string {
  const said = [...new Set(queries)].filter(Boolean);
  return said.length === 0 ? '' : said.map((query) => `(${query})`).join(sign);
}

type Stemmed = { text: string; strict: string; loose: string; top: number };

const strictOf = ({ strict }: Stemmed) => strict;
const looseOf = ({ loose }: Stemmed) => loose;

/** One row even for no text: the highest number is wanted all the same. */
const STEMMED = `
  select coalesce(text, '') as text,
         coalesce(phraseto_tsquery('goodline', text)::text, '') as strict,
         coalesce(plainto_tsquery('goodline', text)::text, '') as loose,
         coalesce((select max(question_id) from search_documents), 0) as top
    from (values (1)) as one left join unnest(?::text[]) as text on true`;
