import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { liftHolds, placeHold } from './holds.ts';

/** While an asker may object to what our team accepted for them, nothing is paid. */
export const holdForObjection = (
  work: Work,
  { acceptanceId, silentAcceptanceId }: Events['accepted for asker'],
): Promise<void> =>
  placeHold(work, acceptanceId, { because: 'objection', ref: refOf(silentAcceptanceId) });

/** The asker has kept it or objected, or their days are over: nothing waits for that any more. */
export const liftObjection = (
  work: Work,
  { silentAcceptanceId }: Events['objection over'],
): Promise<void> => liftHolds(work, refOf(silentAcceptanceId));

const refOf = (id: number) => `silent-acceptance:${String(id)}`;
