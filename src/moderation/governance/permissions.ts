import type { MemberRow } from '../../members/rows.ts';
import { NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';

/** Who turns the dial by hand and looks after stewards. */
export const mayGovern = ({ role }: Pick<MemberRow, 'role'>) =>
  role === 'moderator' || role === 'admin';

/** The moderator or admin who acts; everybody else is told who may. */
export function actingGovernor(work: Work): MemberRow {
  const actor = actingMember(work);
  if (!mayGovern(actor)) throw new NotAllowed('Only a moderator or an admin can do this.');
  return actor;
}
