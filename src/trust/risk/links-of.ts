import type { Knex } from 'knex';

import type { MemberId, MemberRow } from '../../members/rows.ts';
import { HOUSEHOLD, type Link } from './links.ts';

/** Another member who has used the same device or verified the same number, and since when. */
export type LinkedMember = Pick<MemberRow, 'id' | 'name'> & { kind: Link['kind']; since: Date };

/** Who shares a device or a verified number with a member; never which device or number. */
export async function findLinksOf(db: Knex, member: MemberId): Promise<LinkedMember[]> {
  const { rows } = await db.raw<{ rows: LinkedMember[] }>(LINKS, { member });
  return rows;
}

const LINKS = `
  select l.kind, m.id, m.name, min(l.since) as since
    from (select 'device' as kind, b.member_id, greatest(a.first_seen, b.first_seen) as since
            from member_devices a
            join member_devices b on b.device_key = a.device_key and b.member_id <> a.member_id
           where a.member_id = :member
             and (select count(*) from member_devices d where d.device_key = a.device_key)
                 <= ${String(HOUSEHOLD)}
          union all
          select 'number', b.member_id, greatest(a.verified_at, b.verified_at)
            from verified_numbers a
            join verified_numbers b on b.number_key = a.number_key and b.member_id <> a.member_id
           where a.member_id = :member) as l
    join members m on m.id = l.member_id
   group by l.kind, m.id, m.name
   order by l.kind desc, since, m.id
   limit 50`;
