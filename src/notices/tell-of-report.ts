import type { Events } from '../events.ts';
import type { ReportCaseRow } from '../moderation/rows.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';

/** Tells everybody who reported something what came of it, and nothing of what became of its author. */
export async function tellOfReport(
  work: Work,
  { caseId, decision }: Events['report decided'],
): Promise<void> {
  const reports = await work.trx('reports').where({ case_id: caseId }).orderBy('reporter_id');
  for (const { id, reporter_id } of reports) {
    await tell(work, {
      ...{ kind: 'report-decided', memberId: reporter_id },
      dedupeKey: `report.${String(id)}`,
      subject: 'What came of your report',
      text: `Thank you for telling us. ${REPORT_OUTCOMES[decision]}`,
      button: { label: 'See your reports', url: `${work.operator.siteUrl}/me/reports` },
    });
  }
}

/** What came of a report, in words for whoever made it. */
export const REPORT_OUTCOMES: Record<NonNullable<ReportCaseRow['decision']>, string> = {
  removed: 'Somebody from our team has looked at it, and it is removed.',
  masked: 'Somebody from our team has looked at it, and the personal details are hidden.',
  warned: 'Somebody from our team has looked at it and has dealt with it.',
  dismissed:
    'Somebody from our team has looked at it and left it as it is: it keeps to the house rules.',
};
