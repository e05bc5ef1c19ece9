import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import type { FraudCaseRow, PersonalDataFindingRow } from '../../trust/rows.ts';
import type { AppealRow, ReportCaseRow } from '../rows.ts';

type Tally<Word> = { word: Word; count: number };

/** What stands against a member and for them, in counts and lines; nothing of money. */
export type FileRecord = {
  /** Reports about them, by what came of them; null waits. */
  reported: Tally<ReportCaseRow['decision']>[];
  /** Reports they made themselves. */
  made: Tally<ReportCaseRow['decision']>[];
  appeals: Pick<AppealRow, 'id' | 'subject' | 'decision' | 'made_at' | 'decided_at'>[];
  findings: Tally<PersonalDataFindingRow['state']>[];
  fraud: Pick<FraudCaseRow, 'id' | 'state' | 'score' | 'reasons' | 'opened_at'>[];
};

export async function readRecord(db: Knex, memberId: MemberId): Promise<FileRecord> {
  const [reported, made, findings, appeals, fraud] = await Promise.all([
    tally<ReportCaseRow['decision']>(db, REPORTED, memberId),
    tally<ReportCaseRow['decision']>(db, MADE, memberId),
    tally<PersonalDataFindingRow['state']>(db, FINDINGS, memberId),
    db('appeals')
      .where({ member_id: memberId })
      .orderBy('id', 'desc')
      .limit(LATEST)
      .select('id', 'subject', 'decision', 'made_at', 'decided_at'),
    readFraud(db, memberId),
  ]);
  return { reported, made, findings, appeals, fraud };
}

const LATEST = 20;

async function tally<Word>(db: Knex, sql: string, memberId: MemberId): Promise<Tally<Word>[]> {
  const { rows } = await db.raw<{ rows: Tally<Word>[] }>(sql, { memberId });
  return rows;
}

const REPORTED = `
  select decision as word, count(*)::int as count from report_cases
   where author_id = :memberId group by decision order by decision`;

const MADE = `
  select k.decision as word, count(*)::int as count
    from reports r join report_cases k on k.id = r.case_id
   where r.reporter_id = :memberId group by k.decision order by k.decision`;

const FINDINGS = `
  select f.state as word, count(*)::int as count
    from personal_data_findings f
    left join comments c on c.id = f.comment_id
    left join answers a on a.id = f.answer_id
    left join questions q on q.id = f.question_id
   where coalesce(c.author_id, a.author_id, q.author_id) = :memberId
   group by f.state order by f.state`;

async function readFraud(db: Knex, memberId: MemberId): Promise<FileRecord['fraud']> {
  const { rows } = await db.raw<{ rows: FileRecord['fraud'] }>(
    `select f.id, f.state, f.score, f.reasons, f.opened_at
       from fraud_case_members m join fraud_cases f on f.id = m.case_id
      where m.member_id = ? order by f.id desc limit ?`,
    [memberId, LATEST],
  );
  return rows;
}
