import { NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { MemberRow } from './rows.ts';

/** The admin who acts; everybody else is told who may. */
export function actingAdmin(work: Work): MemberRow {
  const actor = actingMember(work);
  if (actor.role !== 'admin') throw new NotAllowed('Only an admin can change this.');
  return actor;
}
