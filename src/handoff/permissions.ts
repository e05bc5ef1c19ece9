import type { MemberRow } from '../members/rows.ts';
import type { CaseRow } from './rows.ts';

type Actor = Pick<MemberRow, 'id' | 'role'>;
type Case = Pick<CaseRow, 'member_id' | 'last_message_at'>;

/** Our people who reply in private: moderators and admins. Finance has no part in it. */
export const isCaseStaff = ({ role }: Pick<MemberRow, 'role'>) =>
  role === 'moderator' || role === 'admin';

/** Any of them, except in a conversation with themselves: there they are the member. */
export const mayHandle = (actor: Actor, { member_id }: Pick<Case, 'member_id'>) =>
  isCaseStaff(actor) && actor.id !== member_id;

/** With whom it is, once somebody has written in it. */
export const mayReadOwn = (actor: Pick<Actor, 'id'>, { member_id, last_message_at }: Case) =>
  actor.id === member_id && last_message_at !== null;

/** Admins take out what should never have been written. */
export const mayRedact = (actor: Actor, conversation: Pick<Case, 'member_id'>) =>
  actor.role === 'admin' && mayHandle(actor, conversation);
