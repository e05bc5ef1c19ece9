import { mayModerate } from '../forum/permissions.ts';
import type { MemberRow } from '../members/rows.ts';
import { NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';

/** The moderator who acts; everybody else is told who may. */
export function actingModerator(work: Work): MemberRow {
  const actor = actingMember(work);
  if (!mayModerate(actor)) throw new NotAllowed('Only a moderator can do this.');
  return actor;
}
