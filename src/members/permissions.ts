import type { MemberRow } from './rows.ts';

type Person = Pick<MemberRow, 'id' | 'role'>;

/** Admins look after people; nobody gives themselves a role. */
export const mayChangeRole = (actor: Person, member: Pick<Person, 'id'>): boolean =>
  actor.role === 'admin' && actor.id !== member.id;

/** Admins look after people; nobody gives themselves a level. */
export const mayChangeLevel = (actor: Person, member: Pick<Person, 'id'>): boolean =>
  actor.role === 'admin' && actor.id !== member.id;
