import type { MemberRow } from '../../members/rows.ts';
import { STEPS } from '../../moderation/audits/levels.ts';

type Level = MemberRow['level'];

/** A member's level and how far the next one is, in passed checks. */
export type LevelCard = {
  name: string;
  steps: { name: string; place: 'past' | 'here' | 'ahead' }[];
  text: string;
  progress: { label: string; words: string; done: bigint; goal: bigint } | undefined;
};

export function levelCard(level: Level, passed: bigint): LevelCard {
  const here = LEVELS.findIndex(({ key }) => key === level);
  const next = LEVELS[here + 1];
  return {
    name: LEVELS[here]?.name ?? '',
    steps: LEVELS.map(({ name }, index) => ({ name, place: placeOf(index, here) })),
    text: LEVELS[here]?.text ?? '',
    progress: next && {
      label: `Passed checks for ${next.name}`,
      words: `${String(passed)} of ${String(next.goal)}`,
      done: passed,
      goal: BigInt(next.goal),
    },
  };
}

const placeOf = (index: number, here: number) =>
  index < here ? 'past' : index === here ? 'here' : 'ahead';

/** Stewards are invited; the number is where an invitation becomes likely. */
const STEWARD = 500;

const LEVELS: readonly { key: Level; name: string; goal: number; text: string }[] = [
  {
    key: 'newcomer',
    name: 'Newcomer',
    goal: 0,
    text: 'Newcomers’ accepted answers are all checked.',
  },
  {
    key: 'helper',
    name: 'Helper',
    goal: STEPS.helper,
    text: 'Some of a Helper’s accepted answers are checked, not all.',
  },
  {
    key: 'guide',
    name: 'Guide',
    goal: STEPS.guide,
    text: 'Guides’ answers are spot-checked. A level never changes what is paid.',
  },
  {
    key: 'steward',
    name: 'Steward',
    goal: STEWARD,
    text: 'Stewards help us check other people’s answers, by invitation.',
  },
];
