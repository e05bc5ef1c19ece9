import type { Knex } from 'knex';

import type { MemberId, MemberRow } from './rows.ts';

/** Somebody whom a member has blocked, and since when. */
export type Blocked = Pick<MemberRow, 'id' | 'name' | 'role'> & { blocked_at: Date };

/** Whom a member has blocked, the latest first. */
export async function readBlocks(db: Knex, member_id: MemberId): Promise<Blocked[]> {
  const { rows } = await db.raw<{ rows: Blocked[] }>(
    `select m.id, m.name, m.role, b.blocked_at
       from member_blocks b join members m on m.id = b.blocked_id
      where b.member_id = ? order by b.blocked_at desc, m.id`,
    [member_id],
  );
  return rows;
}

/** The ids of whom a member has blocked. */
export const readBlockedIds = async (
  db: Knex,
  member_id: MemberId,
): Promise<ReadonlySet<MemberId>> =>
  new Set(await db('member_blocks').where({ member_id }).pluck('blocked_id'));

/** Whether a member wants to hear nothing of somebody. */
export const hasBlocked = async (
  db: Knex,
  member_id: MemberId,
  blocked_id: MemberId,
): Promise<boolean> =>
  (await db('member_blocks').where({ member_id, blocked_id }).first('member_id')) !== undefined;
