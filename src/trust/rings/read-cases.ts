import type { Knex } from 'knex';

import { parseCursor } from '../../forum/cursors.ts';
import { type Page, pageOf } from '../../forum/question-list.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { FraudCaseRow } from '../rows.ts';

/** A case in a list: who is in it, in the order of their names. */
export type ListedCase = FraudCaseRow & { names: string[] };

type Listing = {
  state: 'open' | 'closed';
  /** `next` of the page before. */
  after?: string | undefined;
  limit?: number;
  /** Who reads: what they are in themselves is not for them. */
  viewer: Pick<MemberRow, 'id'>;
};

/** Cases of suspected fraud, the newest first. */
export async function readCases(
  db: Knex,
  { state, after, limit = 20, viewer }: Listing,
): Promise<Page<ListedCase>> {
  const past = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: ListedCase[] }>(
    `select c.*, (select array_agg(m.name order by m.name) from fraud_case_members f
                    join members m on m.id = f.member_id where f.case_id = c.id) as names
       from fraud_cases c
      where (c.state = 'open') = :open and (:past::int is null or c.id < :past)
        and not exists (select from fraud_case_members f
                         where f.case_id = c.id and f.member_id = :viewer)
      order by c.id desc limit :limit`,
    { open: state === 'open', past, viewer: viewer.id, limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ id }) => id);
}
