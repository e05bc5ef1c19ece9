import type { Knex } from 'knex';

import type { MailReplyRow } from './rows.ts';

/** How many replies became what, and why nothing. */
export type ReplyCount = Pick<MailReplyRow, 'became' | 'why'> & { count: number };

/** What became of the replies of the 28 days before an instant, the most frequent first. */
export async function countReplies(db: Knex, at: Date): Promise<ReplyCount[]> {
  const { rows } = await db.raw<{ rows: ReplyCount[] }>(
    `select became, why, count(*)::int as count from mail_replies
      where received_at > :at::timestamptz - interval '28 days'
      group by became, why
      order by count(*) desc, became, why`,
    { at },
  );
  return rows;
}
