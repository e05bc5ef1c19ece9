import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { liftHolds, placeHold } from './holds.ts';

type Doubted = Pick<Events['acceptance doubted'], 'acceptanceId'>;

/** What the asker doubts is not paid before somebody of our team has looked. */
export const holdDoubted = (work: Work, { acceptanceId }: Doubted): Promise<void> =>
  placeHold(work, acceptanceId, { because: 'doubt', ref: refOf(acceptanceId) });

/** The asker doubts no more, or the acceptance was checked or has ended: nothing waits for that. */
export const liftDoubt = (work: Work, { acceptanceId }: Doubted): Promise<void> =>
  liftHolds(work, refOf(acceptanceId));

const refOf = (acceptanceId: number) => `doubt:${String(acceptanceId)}`;
