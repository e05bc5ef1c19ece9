import type { Knex } from 'knex';

import { parseCursor } from '../../forum/cursors.ts';
import { type Page, pageOf } from '../../forum/question-list.ts';
import type { MemberId } from '../../members/rows.ts';
import type { AppealId, AppealRow } from '../rows.ts';
import { type AppealableDecision, findDecision, readDecisionsOn, subjectOf } from './decisions.ts';
import { isInTime } from './deadline.ts';

/** An appeal with the names of who made it and who decided. */
export type ListedAppeal = AppealRow & { member: string; decider: string | null };

type Listing = { after?: string | undefined; limit?: number };

/** A member's own appeals, the latest first. */
export const readMyAppeals = (
  db: Knex,
  memberId: MemberId,
  listing: Listing,
): Promise<Page<ListedAppeal>> =>
  readPage(db, 'a.member_id = :memberId', 'desc', listing, { memberId });

/** Appeals that wait, the oldest first, or that are decided, the latest first. */
export const readAppeals = (
  db: Knex,
  { state, ...listing }: Listing & { state: 'waiting' | 'decided' },
): Promise<Page<ListedAppeal>> =>
  state === 'waiting'
    ? readPage(db, 'a.decision is null', 'asc', listing)
    : readPage(db, 'a.decision is not null', 'desc', listing);

/** One appeal, the decision it is against, and those against the same decision before it. */
export async function findAppeal(
  db: Knex,
  id: AppealId,
): Promise<
  { appeal: ListedAppeal; against: AppealableDecision; earlier: ListedAppeal[] } | undefined
> {
  const { rows } = await db.raw<{ rows: ListedAppeal[] }>(`${APPEALS} where a.id = ?`, [id]);
  const [appeal] = rows;
  const against = appeal && (await findDecision(db, appeal.subject));
  if (!appeal || !against) return undefined;
  const before = await db.raw<{ rows: ListedAppeal[] }>(
    `${APPEALS} where a.subject = ? and a.id < ? order by a.id`,
    [appeal.subject, id],
  );
  return { appeal, against, earlier: before.rows };
}

/** What a member can still appeal against and has not, the latest first. */
export async function readAppealable(
  db: Knex,
  memberId: MemberId,
  { at, timeZone }: { at: Date; timeZone: string },
): Promise<AppealableDecision[]> {
  const decisions = await readDecisionsOn(db, memberId);
  const subjects = decisions.map(subjectOf);
  const tried = new Set(await db('appeals').whereIn('subject', subjects).pluck('subject'));
  return decisions.filter(
    (one) => one.stands && isInTime(one, at, timeZone) && !tried.has(subjectOf(one)),
  );
}

async function readPage(
  db: Knex,
  where: string,
  order: 'asc' | 'desc',
  { after, limit = 20 }: Listing,
  bound: Record<string, number> = {},
): Promise<Page<ListedAppeal>> {
  const past = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: ListedAppeal[] }>(
    `${APPEALS} where ${where} and (:past::int is null or a.id ${order === 'asc' ? '>' : '<'} :past)
      order by a.id ${order} limit :limit`,
    { ...bound, past, limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ id }) => id);
}

const APPEALS = `
  select a.*, m.name as member, d.name as decider
    from appeals a
    join members m on m.id = a.member_id
    left join members d on d.id = a.decided_by`;
