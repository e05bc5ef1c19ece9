import type { Knex } from 'knex';

import type { MemberId, MemberRow } from '../../members/rows.ts';
import type { GovernanceSettingRow } from '../rows.ts';

/** How a member's own answers did when they were checked. */
export type Steadiness = Pick<MemberRow, 'id' | 'name' | 'level'> & {
  checked: number;
  passed: number;
};

/** What makes somebody eligible. */
export type Eligibility = Pick<GovernanceSettingRow, 'steward_passed' | 'steward_share_percent'>;

/** A Guide, or a Steward of before, whose answers have passed often enough. */
export const isEligible = (
  { level, checked, passed }: Pick<Steadiness, 'level' | 'checked' | 'passed'>,
  { steward_passed, steward_share_percent }: Eligibility,
) =>
  (level === 'guide' || level === 'steward') &&
  passed >= steward_passed &&
  passed * 100 >= checked * steward_share_percent;

export async function readSteadiness(db: Knex, id: MemberId): Promise<Steadiness | undefined> {
  const { rows } = await db.raw<{ rows: Steadiness[] }>(`${STEADINESS} where m.id = ?`, [id]);
  return rows[0];
}

/** Members who could be invited: Guides who are no stewards, the most proven first. */
export async function listCandidates(db: Knex, limits: Eligibility): Promise<Steadiness[]> {
  const { rows } = await db.raw<{ rows: Steadiness[] }>(
    `${STEADINESS}
      where m.role = 'member' and m.level in ('guide', 'steward')
        and record.passed >= :steward_passed
        and record.passed * 100 >= record.checked * :steward_share_percent
        and not exists (select from stewards s
                         where s.member_id = m.id and s.state in ('invited', 'serving'))
      order by record.passed desc, m.id
      limit 20`,
    limits,
  );
  return rows;
}

const STEADINESS = `
  select m.id, m.name, m.level, record.checked, record.passed
    from members m
   cross join lateral (
     select count(*)::int as checked,
            (count(*) filter (where v.verdict <> 'fail'))::int as passed
       from acceptances c
       join audits a on a.acceptance_id = c.id
       join verdicts v on v.audit_id = a.id
      where c.author_id = m.id and v.undone_at is null) as record`;
