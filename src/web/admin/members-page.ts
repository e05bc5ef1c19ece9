import { mayChangeLevel, mayChangeRole } from '../../members/permissions.ts';
import type { LevelChange, RoleChange, Stretch } from '../../members/read-people.ts';
import type { MemberId, MemberRow } from '../../members/rows.ts';
import { form, type Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import type { Pager } from '../look/notes.ts';
import { LEVELS, ROLES } from './admin-forms.ts';

/** The people, or those who were searched for. */
export type MembersPage = {
  title: string;
  query: string;
  members: readonly MemberRow[];
  pager: Pager;
};

export function membersPage(
  query: string,
  { items, next }: Stretch<MemberRow, MemberId>,
): MembersPage {
  const search = query === '' ? '' : `q=${encodeURIComponent(query)}&`;
  return {
    title: 'Members',
    query,
    members: items,
    pager: {
      label: 'More members',
      older: next && `/admin/members?${search}after=${String(next)}`,
      words: { newer: 'Newer', older: 'Older' },
    },
  };
}

/** A member as admins see them. */
export type MemberPage = {
  title: string;
  member: MemberRow;
  roles: readonly RoleChange[];
  levels: readonly LevelChange[];
  /** What this admin may change of this member. */
  forms: readonly { title: string; form: Form }[];
};

type History = { roles: readonly RoleChange[]; levels: readonly LevelChange[] };
type Refused = { errors: { role?: FieldErrors; level?: FieldErrors }; typed: Typed };

export function memberPage(
  viewer: MemberRow,
  member: MemberRow,
  { roles, levels }: History,
  { errors, typed }: Refused,
): MemberPage {
  const role = roleForm(member, errors.role, errors.role && typed);
  const level = levelForm(member, errors.level, errors.level && typed);
  return {
    title: member.name,
    member,
    roles,
    levels,
    forms: [
      ...(mayChangeRole(viewer, member) ? [{ title: 'Change the role', form: role }] : []),
      ...(mayChangeLevel(viewer, member) ? [{ title: 'Change the level', form: level }] : []),
    ],
  };
}

const WHO: Readonly<Record<MemberRow['role'], string>> = {
  member: 'Member: asks, answers and earns',
  moderator: 'Moderator: checks answers, looks after posts',
  finance: 'Finance: ledger, closing, exports',
  admin: 'Admin: people, topics, texts, settings',
};

const LEVEL_NAMES: Readonly<Record<MemberRow['level'], string>> = {
  newcomer: 'Newcomer',
  helper: 'Helper',
  guide: 'Guide',
  steward: 'Steward',
};

const REASON = {
  name: 'reason',
  label: 'Reason',
  hint: 'Kept with the change, for other admins to read.',
} as const;

const roleForm = ({ id, role }: MemberRow, errors?: FieldErrors, typed?: Typed) =>
  form(
    {
      ...{ id: 'role', action: `/admin/members/${String(id)}/role`, submit: 'Change the role' },
      fields: [
        {
          ...{ name: 'role', label: 'Role', kind: 'select', value: role },
          options: ROLES.map((value) => ({ value, label: WHO[value] })),
        },
        REASON,
      ],
      primary: false,
    },
    errors,
    typed,
  );

const levelForm = ({ id, level }: MemberRow, errors?: FieldErrors, typed?: Typed) =>
  form(
    {
      ...{ id: 'level', action: `/admin/members/${String(id)}/level`, submit: 'Change the level' },
      fields: [
        {
          ...{ name: 'level', label: 'Level', kind: 'select', value: level },
          options: LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] })),
        },
        REASON,
      ],
      primary: false,
    },
    errors,
    typed,
  );
