import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';

/** Two members, the lower id first, who have used one device or verified one number. */
export type Link = { kind: 'device' | 'number'; members: readonly [MemberId, MemberId] };

/** A device of more members than this is a library's or a shop's, and says nothing. */
export const HOUSEHOLD = 5;

/** Which of these members share a device or a verified number; never which device or number. */
export async function findLinks(db: Knex, members: readonly MemberId[]): Promise<Link[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(LINKS, { members });
  return rows.map(({ kind, one, other }) => ({ kind, members: [one, other] }));
}

type Row = { kind: Link['kind']; one: MemberId; other: MemberId };

const LINKS = `
  select distinct 'device' as kind, a.member_id as one, b.member_id as other
    from member_devices a
    join member_devices b on b.device_key = a.device_key and b.member_id > a.member_id
   where a.member_id = any(:members) and b.member_id = any(:members)
     and (select count(*) from member_devices d where d.device_key = a.device_key) <= ${String(HOUSEHOLD)}
  union all
  select 'number', a.member_id, b.member_id
    from verified_numbers a
    join verified_numbers b on b.number_key = a.number_key and b.member_id > a.member_id
   where a.member_id = any(:members) and b.member_id = any(:members)
   order by 1, 2, 3`;
