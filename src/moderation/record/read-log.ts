import type { Knex } from 'knex';

import type { AcceptanceId } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { ModerationLogRow } from '../rows.ts';
import type { Effect } from './note-effect.ts';

/** One act with whoever did it, and what it did to rewards: said of the last act of a work. */
export type LoggedAct = ModerationLogRow & {
  /** Null where it happened by itself. */
  actor: string | null;
  actorRole: MemberRow['role'] | null;
  effects: { acceptance_id: AcceptanceId; effect: Effect }[];
};

/** Which acts are asked for; all that is given has to hold. */
export type LogFilter = {
  actor?: string | undefined;
  act?: ModerationLogRow['act'] | undefined;
  /** As answer:12. */
  subject?: string | undefined;
  from?: Date | undefined;
  before?: Date | undefined;
};

/** The latest acts first, from before the one of that number on; `next` leads to older ones. */
export async function readLog(
  db: Knex,
  filter: LogFilter,
  { after, limit }: { after?: number | undefined; limit: number },
): Promise<{ rows: LoggedAct[]; next: number | null }> {
  const { actor, act, subject, from, before } = filter;
  const values = {
    ...{ actor: actor ?? null, act: act ?? null, subject: subject ?? null },
    ...{ from: from ?? null, before: before ?? null, after: after ?? null, limit: limit + 1 },
  };
  const { rows } = await db.raw<{ rows: LoggedAct[] }>(logSql(filter, after), values);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** Every word of the log. */
export const readActs = (db: Knex): Promise<string[]> =>
  db('moderation_acts').orderBy('word').pluck('word');

/** Only what is asked for stands in the query, so that each filter finds its index. */
function logSql({ actor, act, subject, from, before }: LogFilter, after?: number): string {
  const conditions = [
    actor !== undefined && 'l.actor_id = (select id from members where name = :actor)',
    act !== undefined && 'l.act = :act',
    subject !== undefined && 'l.subject = :subject',
    from !== undefined && 'l.happened_at >= :from',
    before !== undefined && 'l.happened_at < :before',
    after !== undefined && 'l.id < :after',
  ].filter((one) => one !== false);
  return `
    with page as (
      select l.* from moderation_log l
       ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
       order by l.id desc
       limit :limit)
    select page.*, m.name as actor, m.role as "actorRole",
           coalesce((select json_agg(json_build_object(
                              'acceptance_id', e.acceptance_id, 'effect', e.effect) order by e.id)
                       from moderation_effects e
                      where e.work = page.work and e.happened_at = page.happened_at
                        and not exists (
                          select from moderation_log later
                           where later.work = page.work and later.id > page.id
                             and later.happened_at = page.happened_at)), '[]') as effects
      from page
      left join members m on m.id = page.actor_id
     order by page.id desc`;
}
