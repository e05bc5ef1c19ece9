import type { Knex } from 'knex';

/** What came of searches in some days. */
export type SearchTotals = {
  searches: number;
  nothing: number;
  opened: number;
  asked: number;
  /**
   * An estimate: somebody who opened three results is taken for three who opened one, and whoever
   * opened some with a browser that does not say where it comes from for one who opened none.
   */
  gaveUp: number;
};

/** Words that were searched for on several days, and what came of it. */
export type SearchedWords = SearchTotals & { words: string; days: number };

export type Days = {
  /** The first of them and the last, as YYYY-MM-DD. */
  from: string;
  to: string;
};

/** What came of all searches of these days, also of those whose words are not kept. */
export async function readSearchTotals(db: Knex, { from, to }: Days): Promise<SearchTotals> {
  const { rows } = await db.raw<{ rows: [SearchTotals] }>(
    `select ${SUMS} from (select ${COUNTS} from search_counts
       where searched_on between ? and ? group by print) as each`,
    [from, to],
  );
  return rows[0];
}

/** The words that found nothing most often. */
export const readFruitless = (db: Knex, days: Days, limit: number): Promise<SearchedWords[]> =>
  readWords(db, days, { where: 'nothing > 0', order: 'nothing', limit });

/** The words after which most gave up, though there were results. */
export const readGivenUp = (db: Knex, days: Days, limit: number): Promise<SearchedWords[]> =>
  readWords(db, days, { where: `nothing < searches and ${GAVE_UP} > 0`, order: GAVE_UP, limit });

type Asked = { where: string; order: string; limit: number };

async function readWords(db: Knex, { from, to }: Days, { where, order, limit }: Asked) {
  const { rows } = await db.raw<{ rows: SearchedWords[] }>(
    `select words, days, searches, nothing, opened, asked, ${GAVE_UP} as "gaveUp"
       from (select ${COUNTS}, max(words) as words, count(*)::int as days from search_counts
              where searched_on between ? and ? and print <> '' group by print) as each
      where words is not null and ${where}
      order by ${order} desc, words
      limit ?`,
    [from, to, limit],
  );
  return rows;
}

const COUNTS = ['searches', 'nothing', 'opened', 'asked']
  .map((name) => `sum(${name})::int as ${name}`)
  .join(', ');

const GAVE_UP = 'greatest(searches - opened - asked, 0)';

const SUMS = [...['searches', 'nothing', 'opened', 'asked'].map((name) => [name, name])]
  .concat([['gaveUp', GAVE_UP]])
  .map(([name = '', sum = '']) => `coalesce(sum(${sum}), 0)::int as "${name}"`)
  .join(', ');
