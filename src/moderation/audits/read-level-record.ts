import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';

/** What a level is earned by: the checks that stand, of a member's accepted answers. */
export type LevelRecord = {
  /** A fix counts as passed: the answer was worth paying. */
  passed: bigint;
  /** How many the last fifty are, and how many of them passed. */
  last: bigint;
  lastPassed: bigint;
};

export async function readLevelRecord(db: Knex, memberId: MemberId): Promise<LevelRecord> {
  const { rows } = await db.raw<{ rows: [LevelRecord] }>(
    `with checked as (
       select v.verdict <> 'fail' as passed,
              row_number() over (order by coalesce(o.decided_at, v.decided_at) desc,
                                          coalesce(o.id, v.id) desc) as place
         from verdicts v
         left join verdicts o on o.id = v.replaces_id
         join audits a on a.id = v.audit_id
         join acceptances c on c.id = a.acceptance_id
        where c.author_id = ? and v.undone_at is null)
     select count(*) filter (where passed) as passed,
            count(*) filter (where place <= 50) as last,
            count(*) filter (where passed and place <= 50) as "lastPassed"
       from checked`,
    [memberId],
  );
  return rows[0];
}
