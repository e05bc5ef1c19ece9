import type { MemberRow } from '../../members/rows.ts';
import type { Progress } from '../../moderation/audits/level-progress.ts';
import { LEVELS } from '../forum/words.ts';
import { powersOf } from './level-words.ts';
import type { LevelTerms } from './read-level-terms.ts';

type Level = MemberRow['level'];

/** A member's own level, what it lets them do, and how far the next one is. */
export type LevelCard = {
  name: string;
  steps: { name: string; place: 'past' | 'here' | 'ahead' }[];
  powers: readonly string[];
  bars: readonly ProgressBar[];
  /** What the bars do not say of the next level. */
  note: string;
};

/** What is there of what is needed, in words and as numbers. */
export type ProgressBar = { label: string; words: string; has: number; needs: number };

export function levelCard(
  level: Level,
  progress: Progress | undefined,
  terms: LevelTerms,
): LevelCard {
  const here = ORDER.indexOf(level);
  return {
    name: LEVELS[level],
    steps: ORDER.map((one, index) => ({ name: LEVELS[one], place: placeOf(index, here) })),
    powers: powersOf(level, terms),
    bars: progress ? barsOf(progress) : [],
    note: progress?.next === 'steward' ? 'Stewards are invited by our team.' : '',
  };
}

/** In the order in which they are reached. */
export const ORDER: readonly Level[] = ['newcomer', 'helper', 'guide', 'steward'];

const placeOf = (index: number, here: number) =>
  index < here ? 'past' : index === here ? 'here' : 'ahead';

function barsOf({ next, needs, has }: Progress): ProgressBar[] {
  const passed = {
    label: `Passed checks for ${LEVELS[next]}`,
    words: `${String(has.passed)} of ${String(needs.passed)}`,
    ...{ has: Math.min(has.passed, needs.passed), needs: needs.passed },
  };
  if (needs.of === 'none') return [passed];
  const share = {
    label: needs.of === 'last' ? 'Passed of your last 50 checks' : 'Passed of all your checks',
    words: `${String(has.percent)} in 100, and ${String(needs.percent)} are needed`,
    ...{ has: has.percent, needs: 100 },
  };
  return [passed, share];
}
