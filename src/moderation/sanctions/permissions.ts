import type { MemberRow } from '../../members/rows.ts';

type Person = Pick<MemberRow, 'id' | 'role'>;

/** Moderators sanction customers, admins anybody; nobody themselves. */
export const maySanction = (actor: Person, member: Person): boolean =>
  actor.id !== member.id &&
  (actor.role === 'admin' || (actor.role === 'moderator' && member.role === 'member'));
