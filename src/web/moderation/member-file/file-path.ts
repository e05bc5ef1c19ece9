import type { MemberRow } from '../../../members/rows.ts';

/** The file of a member, for moderators and admins. */
export const filePath = ({ name }: Pick<MemberRow, 'name'>) =>
  `/staff/members/${encodeURIComponent(name)}`;
