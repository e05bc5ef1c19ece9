import type { Knex } from 'knex';

import { parseCursor } from '../forum/cursors.ts';
import { pageOf, type Page } from '../forum/question-list.ts';
import type { MailRow } from './rows.ts';

/** A mail that no server will take, with what the server said of it. */
export type RefusedMail = Pick<MailRow, 'id' | 'kind' | 'to_address' | 'last_error'> & {
  refused_at: Date;
};

/** A stretch of the mails that were given up, the latest written first; a foreign cursor is a 404. */
export async function listRefused(
  db: Knex,
  { after, limit = 20 }: { after?: string | undefined; limit?: number } = {},
): Promise<Page<RefusedMail>> {
  const before = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: RefusedMail[] }>(
    `select id, kind, to_address, last_error, refused_at from mails
      where refused_at is not null and (:before::int is null or id < :before)
      order by id desc
      limit :limit`,
    { before, limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ id }) => id);
}

/** How the outbox is: what is due and not sent, and since when the server cannot be reached. */
export type Outbox = { due: number; unreachableSince: Date | null; lastError: string | null };

export async function readOutbox(db: Knex, at: Date): Promise<Outbox> {
  const { rows } = await db.raw<{ rows: [Outbox] }>(
    `select count(*) filter (where send_after <= :at or attempts > 0)::int as due,
            min(unreachable_at) as "unreachableSince",
            (array_agg(last_error order by unreachable_at desc)
              filter (where unreachable_at is not null))[1] as "lastError"
       from mails
      where sent_at is null and cancelled_at is null and refused_at is null`,
    { at },
  );
  return rows[0];
}
