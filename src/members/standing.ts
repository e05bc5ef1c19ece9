import type { MemberRow } from './rows.ts';

/** What of a member says what they may do at an instant. */
export type Standing = Pick<
  MemberRow,
  'warned_until' | 'limited_until' | 'suspended_until' | 'closed_at'
>;

/** Whether a member may read and appeal, and nothing else. */
export const isSuspended = (member: Omit<Standing, 'warned_until' | 'limited_until'>, at: Date) =>
  member.closed_at !== null || isAhead(member.suspended_until, at);

/** A member as they may act at an instant: nobody is on the team while they are suspended. */
export const actingAt = (member: MemberRow, at: Date): MemberRow =>
  isSuspended(member, at) ? { ...member, role: 'member' } : member;

/** Whether a member's posts wait for a moderator. */
export const isLimited = (member: Pick<Standing, 'limited_until'>, at: Date) =>
  isAhead(member.limited_until, at);

/** Whether a member earns nothing: limited, suspended or closed. */
export const isSanctioned = (member: Omit<Standing, 'warned_until'>, at: Date) =>
  isSuspended(member, at) || isLimited(member, at);

/** Whether a warning waits to be read. */
export const isWarned = (member: Pick<Standing, 'warned_until'>, at: Date) =>
  isAhead(member.warned_until, at);

const isAhead = (until: Date | null, at: Date) => until !== null && until > at;
