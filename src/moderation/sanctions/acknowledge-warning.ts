import { changeStanding } from '../../members/change-standing.ts';
import { actingMember, type Work } from '../../work.ts';

/** A member says that they have read a warning: it stands, and is no longer shown on every page. */
export async function acknowledgeWarning(work: Work): Promise<void> {
  await changeStanding(work, actingMember(work).id, { warned_until: null });
}
