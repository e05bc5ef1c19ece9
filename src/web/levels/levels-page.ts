import { LEVELS } from '../forum/words.ts';
import { ORDER } from './level-card.ts';
import { powersOf, wayTo } from './level-words.ts';
import type { LevelTerms } from './read-level-terms.ts';

/** What levels there are, how each is reached, and what it lets one do. */
export type LevelsPage = {
  title: string;
  levels: readonly { id: string; name: string; way: string; powers: readonly string[] }[];
};

export const levelsPage = (terms: LevelTerms): LevelsPage => ({
  title: 'What levels mean',
  levels: ORDER.map((level) => ({
    ...{ id: level, name: LEVELS[level], way: wayTo(level, terms.needs) },
    powers: powersOf(level, terms),
  })),
});
