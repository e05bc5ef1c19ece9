import { ratioOf } from '../../../moderation/agreement/bounds.ts';
import { kappaOf } from '../../../moderation/agreement/kappa.ts';
import type { Pair } from '../../../moderation/agreement/read-pairs.ts';
import type { Formats } from '../../format.ts';

/** One row of figures on agreement, in words that claim no more than so few cases can tell. */
export type Figures = {
  name: string;
  /** How many both judged. */
  n: string;
  /** The share on which they agree, with its interval. */
  agreed: string;
  /** Cohen's kappa with its interval, or why there is none. */
  kappa: string;
};

/** Below this many nothing is said but how many there are: the interval would hold almost anything. */
export const FEW = 10;

export const TOO_FEW = 'Too few to say';

/** Where the figures come from, for whoever wants to work them out again. */
export type Method = { few: number; sources: readonly string[] };

export const METHOD: Method = {
  few: FEW,
  sources: [
    'J. Cohen, Educational and Psychological Measurement 20 (1960), 37–46.',
    'J. L. Fleiss, J. Cohen, B. S. Everitt, Psychological Bulletin 72 (1969), 323–327.',
    'E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.',
  ],
};

/** How far pairs of judgements agree. */
export function figuresOf(
  name: string,
  pairs: readonly Pick<Pair, 'judgements'>[],
  { count }: Pick<Formats, 'count'>,
): Figures {
  const n = pairs.length;
  if (n < FEW) return { name, n: count(n), agreed: TOO_FEW, kappa: TOO_FEW };
  const { estimate } = kappaOf(pairs.map(({ judgements }) => judgements));
  const same = pairs.filter(({ judgements: [one, other] }) => one === other).length;
  const kappa = estimate
    ? `${two(estimate.kappa)} (${two(estimate.low)} to ${two(estimate.high)})`
    : 'Undefined: always the same verdict';
  return { name, n: count(n), agreed: shareWords(same, n), kappa };
}

/** A share with its interval; too few where there are fewer than `FEW`. */
export function shareWords(successes: number, n: number): string {
  if (n < FEW) return TOO_FEW;
  const { share, low, high } = ratioOf(successes, n);
  return `${percent(share)} (${percent(low)} to ${percent(high)})`;
}

/** The figures of each group of pairs, by its name. */
export function groupsOf(
  pairs: readonly Pair[],
  nameOf: (pair: Pair) => string,
  formats: Pick<Formats, 'count'>,
): Figures[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) groups.set(nameOf(pair), [...(groups.get(nameOf(pair)) ?? []), pair]);
  return [...groups]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, group]) => figuresOf(name, group, formats));
}

/** The pairs that somebody has a part in, with what they said first. */
export const pairsOf = (pairs: readonly Pair[], member: Pair['members'][0]): Pair[] =>
  pairs.flatMap((pair) => {
    if (pair.members[0] === member) return [pair];
    return pair.members[1] === member ? [turned(pair)] : [];
  });

const turned = ({ members, names, judgements, ...pair }: Pair): Pair => ({
  ...pair,
  members: [members[1], members[0]],
  names: [names[1], names[0]],
  judgements: [judgements[1], judgements[0]],
});

const two = (figure: number) => figure.toFixed(2).replace('-', '−');
const percent = (share: number) => `${String(Math.round(share * 100))} %`;
