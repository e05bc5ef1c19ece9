import type { MemberRow } from '../members/rows.ts';
import type { CannedUse } from './uses.ts';

/** Whose texts they are: those who write such notes, replies or answers send and change them. */
export const KEEPERS = {
  'audit-note': ['moderator'],
  'private-reply': ['moderator', 'admin'],
  'public-answer': ['moderator', 'admin'],
} as const satisfies Record<CannedUse, MemberRow['role'][]>;

/** Whether somebody sends texts of this use and changes them for all. */
export const mayKeepCanned = ({ role }: Pick<MemberRow, 'role'>, use: CannedUse) =>
  KEEPERS[use].some((keeper) => keeper === role);
