// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';

export type LevelChangeId = Branded<number, 'level_change'>;
export type MailLinkId = Branded<number, 'mail_link'>;
export type MemberId = Branded<number, 'member'>;
export type RoleChangeId = Branded<number, 'role_change'>;

export type LevelChangeRow = {
  id: LevelChangeId;
  member_id: MemberId;
  from_level: 'newcomer' | 'helper' | 'guide' | 'steward';
  to_level: 'newcomer' | 'helper' | 'guide' | 'steward';
  reason: string;
  actor_id: MemberId | null;
  changed_at: Date;
};

export type NewLevelChangeRow = {
  member_id: MemberId;
  from_level: 'newcomer' | 'helper' | 'guide' | 'steward';
  to_level: 'newcomer' | 'helper' | 'guide' | 'steward';
  reason: string;
  actor_id?: MemberId | null;
  changed_at: Date;
};

export type MailLinkRow = {
  id: MailLinkId;
  member_id: MemberId;
  purpose: 'verify-email' | 'reset-password' | 'change-email';
  token_hash: Buffer;
  new_email: string | null;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
};

export type NewMailLinkRow = {
  member_id: MemberId;
  purpose: 'verify-email' | 'reset-password' | 'change-email';
  token_hash: Buffer;
  new_email?: string | null;
  made_at: Date;
  expires_at: Date;
  used_at?: Date | null;
};

export type MemberBlockRow = {
  member_id: MemberId;
  blocked_id: MemberId;
  blocked_at: Date;
};

export type NewMemberBlockRow = {
  member_id: MemberId;
  blocked_id: MemberId;
  blocked_at: Date;
};

export type MemberRow = {
  id: MemberId;
  /** The handle in /u/:name: letters, digits and hyphens. */
  name: string;
  /** The name without case or look-alikes. */
  name_key: string;
  /** Null for people brought in by an import, who cannot sign in. */
  email: string | null;
  email_key: string | null;
  email_verified_at: Date | null;
  password_hash: string | null;
  role: 'member' | 'moderator' | 'finance' | 'admin';
  /** How often answers are checked; never what is paid. */
  level: 'newcomer' | 'helper' | 'guide' | 'steward';
  bio: string;
  joined_at: Date;
  /** Until when a warning stands that they have not said they have read. */
  warned_until: Date | null;
  /** Until when they earn nothing and their posts wait for a moderator. */
  limited_until: Date | null;
  /** Until when they may only read and appeal. */
  suspended_until: Date | null;
  /** Since when, for good, they may only read and appeal. */
  closed_at: Date | null;
};

export type NewMemberRow = {
  name: string;
  name_key: string;
  email?: string | null;
  email_key?: string | null;
  email_verified_at?: Date | null;
  password_hash?: string | null;
  role?: 'member' | 'moderator' | 'finance' | 'admin';
  level?: 'newcomer' | 'helper' | 'guide' | 'steward';
  bio?: string;
  joined_at: Date;
  warned_until?: Date | null;
  limited_until?: Date | null;
  suspended_until?: Date | null;
  closed_at?: Date | null;
};

export type RoleChangeRow = {
  id: RoleChangeId;
  member_id: MemberId;
  from_role: 'member' | 'moderator' | 'finance' | 'admin';
  to_role: 'member' | 'moderator' | 'finance' | 'admin';
  reason: string;
  actor_id: MemberId | null;
  changed_at: Date;
};

export type NewRoleChangeRow = {
  member_id: MemberId;
  from_role: 'member' | 'moderator' | 'finance' | 'admin';
  to_role: 'member' | 'moderator' | 'finance' | 'admin';
  reason: string;
  actor_id?: MemberId | null;
  changed_at: Date;
};

export type SessionRow = {
  sid: string;
  sess: unknown;
  expire: Date;
};

export type NewSessionRow = {
  sid: string;
  sess: unknown;
  expire: Date;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    level_changes: Knex.CompositeTableType<LevelChangeRow, NewLevelChangeRow, Partial<NewLevelChangeRow>>;
    mail_links: Knex.CompositeTableType<MailLinkRow, NewMailLinkRow, Partial<NewMailLinkRow>>;
    member_blocks: Knex.CompositeTableType<MemberBlockRow, NewMemberBlockRow, Partial<NewMemberBlockRow>>;
    members: Knex.CompositeTableType<MemberRow, NewMemberRow, Partial<NewMemberRow>>;
    role_changes: Knex.CompositeTableType<RoleChangeRow, NewRoleChangeRow, Partial<NewRoleChangeRow>>;
    sessions: Knex.CompositeTableType<SessionRow, NewSessionRow, Partial<NewSessionRow>>;
  }
}
