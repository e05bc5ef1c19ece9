import { changeTerms } from '../src/moderation/agreement/change-terms.ts';
import { dated, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** For eight weeks everything was judged by two people, to see how far they agree. */
export function replayAgreement(stage: Stage): Happening[] {
  const on = dated(stage);
  const terms = { known_every: null, seed: 'eight-weeks' };
  return [
    on(60, '09:00', 'Ada', (work) =>
      changeTerms(work, {
        ...{ ...terms, double_share: 100 },
        reason: 'Eight weeks in which two of us judge everything, to see how far we agree',
      }),
    ),
    on(4, '17:00', 'Ada', (work) =>
      changeTerms(work, {
        ...{ ...terms, double_share: 0 },
        reason: 'The eight weeks are over. A share again as soon as Nadia has settled in.',
      }),
    ),
  ];
}
