import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import { secondsPerDecision } from './pace.ts';

/** Seconds that a moderator takes for a decision lately; undefined where too few are known. */
export async function readPace(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
): Promise<number | undefined> {
  const { rows } = await db.raw<{ rows: { decided_at: Date }[] }>(
    `(select given_at as decided_at from audit_opinions
       where member_id = :id and given_at between :since and :at
       order by id desc limit :latest)
      union all
     (select answered_at from known_showings
       where member_id = :id and answered_at between :since and :at
       order by answered_at desc limit :latest)`,
    { id, at, since: new Date(at.getTime() - LATELY), latest: LATEST },
  );
  return secondsPerDecision(rows.map(({ decided_at }) => decided_at));
}

/** A week. */
const LATELY = 7 * 24 * 3_600_000;

/** How many decisions of each kind are looked at. */
const LATEST = 100;
