import type { Knex } from 'knex';

import type { MemberId, MemberRow } from '../members/rows.ts';
import { parseCursor } from './cursors.ts';
import { pageOf, type Page } from './question-list.ts';
import type { AcceptanceId, AnswerId, AnswerRow, QuestionRow } from './rows.ts';
import { standing } from './standing.ts';
import { visible } from './visible.ts';

/** Somebody's problem that a member has solved. */
export type Helped = {
  /** The acceptance's. */
  id: AcceptanceId;
  acceptedAt: Date;
  answerId: AnswerId;
  /** Where the answer can be read. */
  question: Pick<QuestionRow, 'id' | 'title' | 'slug'>;
  /** What else the answer did. */
  helpedCount: AnswerRow['helped_count'];
  /** Whoever accepted; null where readers are not told. */
  asker: Pick<MemberRow, 'id' | 'name'> | null;
};

/**
 * Whose questions a member's answers solved, the latest first; nothing of their own. Nobody is
 * named who has left or was closed, or where one of the two has blocked the other.
 */
export async function listHelpedBy(
  db: Knex,
  member: MemberId,
  { after, limit = 20 }: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<Page<Helped>> {
  const before = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: Helped[] }>(
    `select c.id, c.accepted_at as "acceptedAt", c.answer_id as "answerId",
            a.helped_count as "helpedCount",
            json_build_object('id', q.id, 'title', q.title, 'slug', q.slug) as question,
            case when m.closed_at is null and not exists (
              select from member_blocks b
               where (b.member_id, b.blocked_id) in ((m.id, :member), (:member, m.id)))
              then json_build_object('id', m.id, 'name', m.name) end as asker
       from acceptances c
       join answers a on a.id = c.answer_id
       join questions q on q.id = a.question_id
       join members m on m.id = c.asker_id
      where c.author_id = :member and c.asker_id <> :member and ${standing} and ${visible.answer}
        ${before === null ? '' : 'and c.id < :before'}
      order by c.id desc
      limit :limit`,
    { member, before, limit: limit + 1 },
  );
  return pageOf(rows, limit, () => 0);
}
