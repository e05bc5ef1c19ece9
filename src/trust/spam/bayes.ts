/** In how many lessons of either kind something stands. */
export type Counts = { spam: number; fine: number };

export type Judgement = {
  /** How likely it is spam, in percent. */
  score: number;
  /** What speaks most for it or against it: the factor by which the odds of spam change. */
  because: readonly { token: string; factor: number }[];
};

/** Lessons of either kind below which nothing is judged. */
export const LEAST_LESSONS = 10;

/**
 * Naive Bayes over the tokens of a text, present or not, with Laplace's smoothing: the odds of spam
 * begin even, and are multiplied for each known token by (spam with it + 1) / (spam + 2) over the same
 * of what is fine. Unknown tokens say nothing. Undefined while too little has been learnt.
 */
export function judge(
  tokens: readonly string[],
  known: ReadonlyMap<string, Counts>,
  total: Counts,
): Judgement | undefined {
  if (total.spam < LEAST_LESSONS || total.fine < LEAST_LESSONS) return undefined;
  const factors = tokens.flatMap((token) => {
    const counts = known.get(token);
    return counts ? [{ token, factor: factorOf(counts, total) }] : [];
  });
  const telling = factors.toSorted((one, two) => weight(two) - weight(one)).slice(0, TELLING);
  const odds = telling.reduce((sum, { factor }) => sum + Math.log(factor), 0);
  const score = Math.round(100 / (1 + Math.exp(-odds)));
  return { score, because: telling.slice(0, NAMED) };
}

const factorOf = ({ spam, fine }: Counts, total: Counts) =>
  (spam + 1) / (total.spam + 2) / ((fine + 1) / (total.fine + 2));

const weight = ({ factor }: { factor: number }) => Math.abs(Math.log(factor));

/** The tokens that say most decide; the rest of a long text would drown them (P. Graham, 2002). */
const TELLING = 25;
const NAMED = 8;
