import { Conflict, found, Invalid, NotAllowed } from '../refusals.ts';
import { actorId, type Work } from '../work.ts';
import { mayChangeRole } from './permissions.ts';
import { cleanReason } from './reasons.ts';
import type { MemberId, MemberRow } from './rows.ts';
import { endSessions } from './sessions.ts';

export type RoleChange = { memberId: MemberId; role: MemberRow['role']; reason: string };

/**
 * Gives a member another role, for a reason that is kept, and signs them out everywhere. By an
 * admin, never for themselves; there is always an admin left. What speaks against it elsewhere,
 * such as credit that staff may not have, refuses it too.
 */
export async function changeRole(work: Work, change: RoleChange): Promise<void> {
  const { memberId, role } = change;
  const reason = cleanReason(change.reason);
  const people = await holdAdminsAnd(work, memberId);
  const member = found(
    people.find(({ id }) => id === memberId),
    'member',
  );
  refuseUnlessAdmin(work, people, member);
  refuseUnlessFits(people, member, role);
  await work.trx('members').where({ id: memberId }).update({ role });
  await work.trx('role_changes').insert({
    ...{ member_id: memberId, from_role: member.role, to_role: role, reason },
    ...{ actor_id: actorId(work), changed_at: work.at },
  });
  await endSessions(work, memberId);
  await work.record('role changed', { memberId, from: member.role, to: role });
}

/** Held still together, so that two admins cannot take each other's role at the same moment. */
const holdAdminsAnd = (work: Work, memberId: MemberId): Promise<MemberRow[]> =>
  work
    .trx('members')
    .where({ role: 'admin' })
    .orWhere({ id: memberId })
    .orderBy('id')
    .forNoKeyUpdate();

function refuseUnlessAdmin(work: Work, people: MemberRow[], member: MemberRow): void {
  if (work.actor === 'system') return;
  const actor = people.find(({ id }) => id === actorId(work));
  if (actor && mayChangeRole(actor, member)) return;
  throw new NotAllowed(
    actor?.role === 'admin'
      ? 'Nobody changes their own role. Ask another admin.'
      : 'Only an admin can change roles.',
  );
}

function refuseUnlessFits(people: MemberRow[], member: MemberRow, role: MemberRow['role']): void {
  if (role === member.role) throw new Invalid({ role: 'They have this role already.' });
  if (role !== 'member' && member.email === null) {
    throw new Invalid({ role: 'They came with an import and can’t sign in.' });
  }
  const admins = people.filter((one) => one.role === 'admin');
  if (member.role === 'admin' && admins.length === 1) {
    throw new Conflict('This is the last admin. Make somebody else an admin first.');
  }
}
