import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { holdMembers } from '../../members/hold-members.ts';
import type { MemberId, MemberRow } from '../../members/rows.ts';
import { Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import type { PostingLimitRow } from '../rows.ts';

/** What members of a level may post now. */
export async function readLimit(db: Knex, level: MemberRow['level']): Promise<PostingLimitRow> {
  const limit = await db('posting_limits').where({ level }).orderBy('id', 'desc').first();
  assert(limit, 'every level has limits from the beginning');
  return limit;
}

/**
 * Refuses a post that is one too many for its author's level, or carries too many links: with a
 * sentence at the text, which is kept. The post counts already, for it was just written; its author
 * is held, so that however many are posted at the same moment, no more than the limit are.
 */
export async function refuseBeyondLimits(
  work: Work,
  author: Pick<MemberRow, 'id' | 'level'>,
  links: number,
): Promise<void> {
  const limit = await readLimit(work.trx, author.level);
  if (links > limit.links) throw new Invalid({ body: tooManyLinks(limit.links, links) });
  await holdMembers(work, [author.id]);
  const posted = await countPosts(work.trx, author.id, work.at);
  if (posted.hour > limit.per_hour) {
    throw new Invalid({ body: `You’ve posted ${String(limit.per_hour)} times this hour. ${WAIT}` });
  }
  if (posted.day > limit.per_day) {
    throw new Invalid({ body: `You’ve posted ${String(limit.per_day)} times today. ${WAIT}` });
  }
}

const WAIT = 'Your text stays here: post it a little later.';

function tooManyLinks(most: number, links: number): string {
  const may = most === 0 ? 'no links' : most === 1 ? 'one link' : `${String(most)} links`;
  return `A post of yours can have ${may} to other sites; this one has ${String(links)}. Take some out and post again.`;
}

/** Whoever began a moment later may have been first: those of the next minute count as well. */
async function countPosts(db: Knex, author: MemberId, at: Date) {
  const { rows } = await db.raw<{ rows: [{ hour: number; day: number }] }>(
    `select count(*) filter (where made_at > :at::timestamptz - interval '1 hour')::int as hour,
            count(*)::int as day
       from (select asked_at as made_at from questions where author_id = :author
              and asked_at > :at::timestamptz - interval '1 day'
             union all
             select answered_at from answers where author_id = :author
              and answered_at > :at::timestamptz - interval '1 day'
             union all
             select made_at from comments where author_id = :author
              and made_at > :at::timestamptz - interval '1 day') posts
      where made_at <= :at::timestamptz + interval '1 minute'`,
    { author, at },
  );
  return rows[0];
}
