import type { Knex } from 'knex';

import { parseCursor } from '../../forum/cursors.ts';
import { type Page, pageOf } from '../../forum/question-list.ts';
import type { QuestionRow } from '../../forum/rows.ts';
import type { MemberId, MemberRow } from '../../members/rows.ts';
import type { ReportCaseId, ReportCaseRow, ReportRow } from '../rows.ts';

/** A report as whoever made it sees it, with what came of it. */
export type MyReport = Pick<ReportRow, 'id' | 'ground' | 'note' | 'made_at'> &
  Pick<ReportCaseRow, 'decision' | 'decided_at'> & { about: About };

/** What was reported, as far as a list names it. */
export type About = Pick<
  ReportCaseRow,
  'question_id' | 'answer_id' | 'comment_id' | 'profile_id'
> & {
  author: string;
  /** The question it is in; null for a profile. */
  question: Pick<QuestionRow, 'id' | 'slug' | 'title'> | null;
};

/** What a member has reported, the latest first; titles of what was removed are not told. */
export async function readMyReports(
  db: Knex,
  memberId: MemberId,
  { after, limit = 20 }: { after?: string | undefined; limit?: number },
): Promise<Page<MyReport>> {
  const past = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: MyReport[] }>(
    `select r.id, r.ground, r.note, r.made_at, k.decision, k.decided_at, ${ABOUT} as about
       from reports r
       join report_cases k on k.id = r.case_id ${AROUND}
      where r.reporter_id = :memberId and (:past::int is null or r.id < :past)
      order by r.id desc limit :limit`,
    { memberId, past, limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ id }) => id);
}

/** A case as a list names it. */
export type ListedCase = ReportCaseRow & {
  about: About;
  reporters: number;
  grounds: ReportRow['ground'][];
  decider: string | null;
};

/** Cases that wait, the oldest first, or that are decided, the latest first. */
export async function readCases(
  db: Knex,
  {
    state,
    after,
    limit = 20,
  }: { state: 'waiting' | 'decided'; after?: string | undefined; limit?: number },
): Promise<Page<ListedCase>> {
  const past = after === undefined ? null : parseCursor(after).id;
  const [is, than, order] = state === 'waiting' ? ['', '>', ''] : ['not', '<', 'desc'];
  const { rows } = await db.raw<{ rows: ListedCase[] }>(
    `${CASES} where k.decision is ${is} null and (:past::int is null or k.id ${than} :past)
      order by k.id ${order} limit :limit`,
    { past, limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ id }) => id);
}

/** A case with everybody who reported it and what came of their earlier reports. */
export type FullCase = ListedCase & { reports: CaseReport[] };

export type CaseReport = Pick<ReportRow, 'ground' | 'note' | 'made_at'> &
  Pick<MemberRow, 'name'> & { upheld: number; dismissed: number; abusive: number };

/** Everything of a case that its desk shows; undefined if there is none. */
export async function findCase(db: Knex, id: ReportCaseId): Promise<FullCase | undefined> {
  const [cases, reports] = await Promise.all([
    db.raw<{ rows: ListedCase[] }>(`${CASES} where k.id = ?`, [id]),
    db.raw<{ rows: CaseReport[] }>(REPORTS, [id]),
  ]);
  const [found] = cases.rows;
  return found && { ...found, reports: reports.rows };
}

/** How many cases there have been about a member, by what came of them. */
export async function countCasesAbout(
  db: Knex,
  memberId: MemberId,
): Promise<{ upheld: number; dismissed: number }> {
  const { rows } = await db.raw<{ rows: [{ upheld: number; dismissed: number }] }>(
    `select (count(*) filter (where decision <> 'dismissed'))::int as upheld,
            (count(*) filter (where decision = 'dismissed'))::int as dismissed
       from report_cases where author_id = ?`,
    [memberId],
  );
  return rows[0];
}

const AROUND = `
  join members au on au.id = k.author_id
  left join comments c on c.id = k.comment_id
  left join answers n on n.id = coalesce(k.answer_id, c.answer_id)
  left join questions q on q.id = coalesce(k.question_id, n.question_id, c.question_id)`;

const ABOUT = `
  json_build_object('question_id', k.question_id, 'answer_id', k.answer_id,
    'comment_id', k.comment_id, 'profile_id', k.profile_id, 'author', au.name,
    'question', case when q.id is not null and q.removed_at is null
      then json_build_object('id', q.id, 'slug', q.slug, 'title', q.title) end)`;

const CASES = `
  select k.*, ${ABOUT} as about, d.name as decider,
         (select count(*)::int from reports r where r.case_id = k.id) as reporters,
         array(select distinct r.ground from reports r where r.case_id = k.id order by 1) as grounds
    from report_cases k ${AROUND}
    left join members d on d.id = k.decided_by`;

const REPORTS = `
  select r.ground, r.note, r.made_at, m.name, past.*
    from reports r
    join members m on m.id = r.reporter_id
   cross join lateral (
     select (count(*) filter (where k.decision <> 'dismissed'))::int as upheld,
            (count(*) filter (where k.decision = 'dismissed'))::int as dismissed,
            (count(*) filter (where k.abusive))::int as abusive
       from reports o join report_cases k on k.id = o.case_id
      where o.reporter_id = r.reporter_id) past
   where r.case_id = ?
   order by r.id`;
