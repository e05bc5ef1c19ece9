import type { MemberRow } from '../../members/rows.ts';

type Person = Pick<MemberRow, 'id' | 'role'>;

/** Moderators and admins, and nobody their own. */
export const mayReadFile = (actor: Person, member: Pick<Person, 'id'>) =>
  (actor.role === 'moderator' || actor.role === 'admin') && actor.id !== member.id;
