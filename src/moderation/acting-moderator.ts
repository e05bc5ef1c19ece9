import { mayModerate } from '../forum/permissions.ts';
import type { MemberRow } from '../members/rows.ts';
import { writingMember } from '../members/writing-member.ts';
import { NotAllowed } from '../refusals.ts';
import type { Work } from '../work.ts';

/** The moderator who acts; everybody else is told who may. */
export function actingModerator(work: Work): MemberRow {
  const actor = writingMember(work);
  if (!mayModerate(actor)) throw new NotAllowed('Only a moderator can do this.');
  return actor;
}

/** Who looks again at what a colleague decided, on appeal: moderators and admins. */
export const isReviewer = (actor: Pick<MemberRow, 'role'>): boolean =>
  mayModerate(actor) || actor.role === 'admin';

/** The moderator or admin who looks again; everybody else is told who may. */
export function actingReviewer(work: Work): MemberRow {
  const actor = writingMember(work);
  if (!isReviewer(actor)) throw new NotAllowed('Only a moderator or an admin can do this.');
  return actor;
}
