import type { MemberRow } from '../members/rows.ts';
import { writingMember } from '../members/writing-member.ts';
import { NotAllowed } from '../refusals.ts';
import type { Work } from '../work.ts';
import { mayKeepCanned } from './permissions.ts';
import type { CannedUse } from './uses.ts';

/** Whoever acts, if texts of that use are theirs to send and to change. */
export function actingKeeper(work: Work, use: CannedUse): MemberRow {
  const actor = writingMember(work);
  if (!mayKeepCanned(actor, use)) throw new NotAllowed('Only our team can do this.');
  return actor;
}
