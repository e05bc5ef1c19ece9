import type { Knex } from 'knex';

import type {
  LevelChangeId,
  LevelChangeRow,
  MemberId,
  MemberRow,
  RoleChangeId,
  RoleChangeRow,
} from './rows.ts';

/** A stretch of a list, and where the next begins. */
export type Stretch<Item, Id> = { items: Item[]; next: Id | undefined };

const STRETCH = 50;

/** Members whose name or address contains what was typed, the newest first; all for ''. */
export async function searchMembers(
  db: Knex,
  query: string,
  after?: MemberId,
): Promise<Stretch<MemberRow, MemberId>> {
  const wanted = query.trim().toLowerCase();
  const { rows } = await db.raw<{ rows: MemberRow[] }>(
    `select * from members
      where (:wanted = '' or strpos(lower(name), :wanted) > 0 or strpos(email_key, :wanted) > 0)
        and (:after::int is null or id < :after)
      order by id desc limit :limit`,
    { wanted, after: after ?? null, limit: STRETCH + 1 },
  );
  return stretchOf(rows);
}

/** Everybody who works for the operator, by role and name. */
export const readStaff = (db: Knex): Promise<MemberRow[]> =>
  db('members').whereNot({ role: 'member' }).orderBy(['role', 'name']);

export type RoleChange = {
  id: RoleChangeId;
  memberId: MemberId;
  member: string;
  from: RoleChangeRow['from_role'];
  to: RoleChangeRow['to_role'];
  reason: string;
  /** Null for the system, as when the first admin was made. */
  by: string | null;
  at: Date;
};

/** Who was given which role, by whom and why, the latest first: of one member or of all. */
export async function readRoleChanges(
  db: Knex,
  { memberId, after }: { memberId?: MemberId; after?: RoleChangeId } = {},
): Promise<Stretch<RoleChange, RoleChangeId>> {
  const { rows } = await db.raw<{ rows: RoleChange[] }>(
    `select c.id, c.member_id as "memberId", m.name as member, c.from_role as "from",
            c.to_role as "to", c.reason, a.name as by, c.changed_at as at
       from role_changes c
       join members m on m.id = c.member_id
       left join members a on a.id = c.actor_id
      where (:memberId::int is null or c.member_id = :memberId)
        and (:after::int is null or c.id < :after)
      order by c.id desc limit :limit`,
    { memberId: memberId ?? null, after: after ?? null, limit: STRETCH + 1 },
  );
  return stretchOf(rows);
}

export type LevelChange = {
  id: LevelChangeId;
  from: LevelChangeRow['from_level'];
  to: LevelChangeRow['to_level'];
  reason: string;
  /** Null where the rules gave it. */
  by: string | null;
  at: Date;
};

/** How a member came to their level, the latest change first. */
export async function readLevelChanges(db: Knex, memberId: MemberId): Promise<LevelChange[]> {
  const { rows } = await db.raw<{ rows: LevelChange[] }>(
    `select c.id, c.from_level as "from", c.to_level as "to", c.reason, a.name as by,
            c.changed_at as at
       from level_changes c left join members a on a.id = c.actor_id
      where c.member_id = ? order by c.id desc limit ?`,
    [memberId, STRETCH],
  );
  return rows;
}

/** One more is read than is shown, to know whether there are more. */
function stretchOf<Item extends { id: Id }, Id>(rows: Item[]): Stretch<Item, Id> {
  const items = rows.slice(0, STRETCH);
  return { items, next: rows.length > STRETCH ? items.at(-1)?.id : undefined };
}
