import type { Page } from '../../../forum/question-list.ts';
import type { MyReport } from '../../../moderation/reports/read-reports.ts';
import { REPORT_OUTCOMES } from '../../../notices/tell-of-report.ts';
import { type CaseList, casePager } from '../case-list.ts';
import { aboutPath, aboutTitle, GROUNDS, OUTCOMES } from './report-words.ts';

/** What a member has reported and what came of it. */
export const myReportsPage = (page: Page<MyReport>, after: string | undefined): CaseList => ({
  title: 'Your reports',
  lede: 'What you told our team about, and what came of it.',
  tabs: undefined,
  rows: page.rows.map(({ about, ground, decision, made_at }) => ({
    title: aboutTitle(about),
    href: decision === 'removed' ? undefined : aboutPath(about),
    at: made_at,
    chip: decision ? OUTCOMES[decision] : { label: 'Being looked at', tone: 'warn' },
    lines: [`You said: ${GROUNDS[ground]}.`, ...(decision ? [REPORT_OUTCOMES[decision]] : [])],
  })),
  empty: {
    ...{ art: 'done', title: 'Nothing reported' },
    text: 'If something breaks the house rules, press Report under it and we’ll look at it.',
    action: { href: '/guidelines', label: 'Read the house rules' },
  },
  pager: casePager('/me/reports', page, { after }),
});
