import type { Knex } from 'knex';

import { parseCursor } from '../forum/cursors.ts';
import { pageOf, type Page } from '../forum/question-list.ts';
import { UNANSWERED } from '../forum/unanswered/unanswered.ts';
import { visible } from '../forum/visible.ts';
import type { MemberId } from '../members/rows.ts';
import type { MailId, NoticeRow } from './rows.ts';

/** A notice as its member may read it now: nobody and nothing in it that they may not see. */
export type ReadNotice = Pick<
  NoticeRow,
  | 'id'
  | 'kind'
  | 'event'
  | 'path'
  | 'happened_at'
  | 'read_at'
  | 'question_id'
  | 'answer_id'
  | 'case_id'
> & {
  actor: string | null;
  title: string | null;
};

type Listing = { at: Date; after?: string | undefined; limit?: number };

/** A stretch of what a member is told on the site, the latest first; a foreign cursor is a 404. */
export async function listNotices(
  db: Knex,
  member: MemberId,
  { at, after, limit = 20 }: Listing,
): Promise<Page<ReadNotice>> {
  const before = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: ReadNotice[] }>(
    `${NOTICES} where n.member_id = :member and n.in_app and n.happened_at <= :at and ${READABLE}
        and (:before::int is null or n.id < :before)
      order by n.id desc
      limit :limit`,
    { member, at, before, limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ id }) => id);
}

/** How many of them they have not read: what the top of every page says; at most `most`. */
export async function countUnread(
  db: Knex,
  member: MemberId,
  { at, most = 100 }: { at: Date; most?: number },
): Promise<number> {
  const { rows } = await db.raw<{ rows: [{ count: number }] }>(
    `select count(*)::int as count from (
       select from notices n ${JOINS}
        where n.member_id = :member and n.in_app and n.read_at is null and n.happened_at <= :at
          and ${READABLE}
        limit :most) unread`,
    { member, at, most },
  );
  return rows[0].count;
}

/** What a mail still has to tell: what its member has neither read nor muted since, may see, and is still so. */
export async function readUntold(db: Knex, mail: MailId, at: Date): Promise<ReadNotice[]> {
  const { rows } = await db.raw<{ rows: ReadNotice[] }>(
    `${NOTICES} where n.mail_id = :mail and n.read_at is null and n.happened_at <= :at
        and ${READABLE} and (n.event is distinct from 'experts' or ${UNANSWERED})
        and ${UNMUTED}
      order by n.id`,
    { mail, at },
  );
  return rows;
}

/**
 * What can be chosen is told only of what every reader sees, and nothing of whom the member has
 * blocked since. What cannot is about the member, who reads it whatever became of the post.
 */
const READABLE = `
  (n.event is null or (${visible.comment} and not exists (
    select from member_blocks b where b.member_id = n.member_id and b.blocked_id = n.actor_id)))`;

/** A thread may be muted after something of it was told, and before that is mailed. */
const UNMUTED = `
  (n.event is null or not exists (
    select from thread_mutes u where u.member_id = n.member_id and u.question_id = n.question_id))`;

const JOINS = `
  left join questions q on q.id = n.question_id
  left join answers a on a.id = n.answer_id
  left join comments c on c.id = n.comment_id
  left join members m on m.id = n.actor_id`;

const NOTICES = `
  select n.id, n.kind, n.event, n.path, n.happened_at, n.read_at,
         n.question_id, n.answer_id, n.case_id, m.name as actor,
         case when q.removed_at is null or q.author_id = n.member_id then q.title end as title
    from notices n ${JOINS}`;
