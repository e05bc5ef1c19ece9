import type { RoleChange } from '../../members/read-people.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Pager } from '../look/notes.ts';

/** Who was given which role, the latest first. */
export type RoleChanges = { changes: readonly RoleChange[] };

/** Who has which role, and how they came to it. */
export type RolesPage = RoleChanges & {
  title: string;
  staff: readonly MemberRow[];
  pager: Pager;
};
