import { acceptForSilentAsker } from '../src/moderation/silent/accept-for-silent-asker.ts';
import { answerTo, dated, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** Hannah has just accepted for Tom, who has never come back to his question: he may object. */
export const replaySilent = (stage: Stage): Happening[] => [
  dated(stage)(0, '23:59', 'Hannah', (work) => {
    const best = answerTo(stage, CANADA, 'Kasia-N');
    const reason = 'Five others voted for it, and its steps are those of our own guide.';
    return acceptForSilentAsker(work, best, reason);
  }),
];

const CANADA = 'Local eSIM for data and Goodline for texts: what do I switch off?';
