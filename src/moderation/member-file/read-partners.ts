import type { Knex } from 'knex';

import type { MemberId, MemberRow } from '../../members/rows.ts';

/** How often a member and another have accepted each other's answers, whatever came of it. */
export type Partner = Pick<MemberRow, 'id' | 'name'> & {
  /** Answers of the other that the member accepted. */
  gave: number;
  /** Answers of the member that the other accepted. */
  got: number;
  /** Of all these, acceptances that ended. */
  withdrawn: number;
  last: Date;
};

/** With whom a member has most to do; `total` counts the others as well. */
export async function readPartners(
  db: Knex,
  memberId: MemberId,
): Promise<{ partners: Partner[]; total: number }> {
  const { rows } = await db.raw<{ rows: (Partner & { total: number })[] }>(PARTNERS, {
    me: memberId,
    most: MOST,
  });
  return {
    partners: rows.map(({ total: _total, ...partner }) => partner),
    total: rows[0]?.total ?? 0,
  };
}

const MOST = 12;

const PARTNERS = `
  with between_us as (
    select author_id as other, 1 as gave, 0 as got, accepted_at, withdrawn_at from acceptances
     where asker_id = :me and author_id <> :me
    union all
    select asker_id, 0, 1, accepted_at, withdrawn_at from acceptances
     where author_id = :me and asker_id <> :me)
  select m.id, m.name, sum(b.gave)::int as gave, sum(b.got)::int as got,
         count(b.withdrawn_at)::int as withdrawn, max(b.accepted_at) as last,
         (count(*) over ())::int as total
    from between_us b join members m on m.id = b.other
   group by m.id, m.name
   order by count(*) desc, max(b.accepted_at) desc, m.id
   limit :most`;
