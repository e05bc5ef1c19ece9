import type { Knex } from 'knex';

import { AUTHOR_COLUMNS, withAuthor, type Author, type AuthorColumns } from '../forum/authors.ts';
import { instantOf, parseCursor } from '../forum/cursors.ts';
import { pageOf, type Page } from '../forum/question-list.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';
import type { CaseRow } from './rows.ts';

/** Which cases our people list: what waits is ordered by when it is due, the others by the latest. */
export type CaseTab = 'waiting' | 'mine' | 'unassigned' | 'all' | 'closed';

/** A case as one line of a list. */
export type ListedCase = Pick<CaseRow, ListedColumn> & { member: Author; holder: string | null };

type Listing = { after?: string | undefined; limit?: number };

/** A stretch of the cases that this one of our people may read; a foreign cursor is a 404. */
export async function listCases(
  db: Knex,
  { id: me }: Pick<MemberRow, 'id'>,
  { tab, after, limit = 20 }: Listing & { tab: CaseTab },
): Promise<Page<ListedCase>> {
  const { where, key, order } = TABS[tab];
  const cursor = after === undefined ? undefined : parseCursor(after);
  const { rows } = await db.raw<{ rows: ListedColumns[] }>(
    `select ${COLUMNS}
       from cases c ${JOINS}
      where c.member_id <> :me and ${where}
        ${cursor ? `and (c.${key}, c.id) ${order === 'asc' ? '>' : '<'} (:time, :id)` : ''}
      order by c.${key} ${order}, c.id ${order}
      limit :limit`,
    { me, time: instantOf(cursor), id: cursor?.id ?? null, limit: limit + 1 },
  );
  return pageOf(listed(rows), limit, (row) => (row[key] ?? row.moved_at).getTime());
}

/** A stretch of a member's own conversations, the one that moved last first. */
export async function listOwnCases(
  db: Knex,
  member: MemberId,
  { after, limit = 20 }: Listing = {},
): Promise<Page<ListedCase>> {
  const cursor = after === undefined ? undefined : parseCursor(after);
  const { rows } = await db.raw<{ rows: ListedColumns[] }>(
    `select ${COLUMNS}
       from cases c ${JOINS}
      where c.member_id = :member and c.last_message_at is not null
        ${cursor ? 'and (c.moved_at, c.id) < (:time, :id)' : ''}
      order by c.moved_at desc, c.id desc
      limit :limit`,
    { member, time: instantOf(cursor), id: cursor?.id ?? null, limit: limit + 1 },
  );
  return pageOf(listed(rows), limit, ({ moved_at }) => moved_at.getTime());
}

/** How many wait for us and are this person's or nobody's. */
export async function countCases(db: Knex, { id: me }: Pick<MemberRow, 'id'>): Promise<number> {
  const { rows } = await db.raw<{ rows: [{ count: number }] }>(
    `select count(*)::int as count from cases c
      where c.state = 'waiting-for-staff' and c.member_id <> :me
        and (c.assigned_to is null or c.assigned_to = :me)`,
    { me },
  );
  return rows[0].count;
}

type ListedColumn =
  | ('id' | 'member_id' | 'subject' | 'origin' | 'state' | 'assigned_to' | 'opened_at')
  | ('moved_at' | 'waiting_since' | 'due_at' | 'closed_at');

type ListedColumns = Omit<ListedCase, 'member'> & AuthorColumns;

const listed = (rows: readonly ListedColumns[]): ListedCase[] =>
  rows.map(withAuthor).map(({ author: member, ...row }) => ({ ...row, member }));

const COLUMNS = `
  c.id, c.member_id, c.subject, c.origin, c.state, c.assigned_to, c.opened_at, c.moved_at,
  c.waiting_since, c.due_at, c.closed_at, h.name as holder, ${AUTHOR_COLUMNS}`;

const JOINS = `
  join members m on m.id = c.member_id
  left join members h on h.id = c.assigned_to`;

const TABS = {
  waiting: { where: "c.state = 'waiting-for-staff'", key: 'due_at', order: 'asc' },
  mine: {
    ...{ where: "c.assigned_to = :me and c.state <> 'closed'", key: 'moved_at', order: 'desc' },
  },
  unassigned: {
    ...{ where: "c.assigned_to is null and c.state = 'waiting-for-staff'", key: 'due_at' },
    order: 'asc',
  },
  all: { where: 'true', key: 'moved_at', order: 'desc' },
  closed: { where: "c.state = 'closed'", key: 'moved_at', order: 'desc' },
} as const satisfies Record<CaseTab, { where: string; key: keyof CaseRow; order: 'asc' | 'desc' }>;
