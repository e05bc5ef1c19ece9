import type { Page } from '../../forum/question-list.ts';
import type { CaseTab, ListedCase } from '../../handoff/list-cases.ts';
import { byline, type Byline } from '../forum/byline.ts';
import { withQuery } from '../forum/paths.ts';
import type { Tabs } from '../forum/tabs.ts';
import { noCases, type EmptyState } from '../look/empty.ts';
import type { Pager } from '../look/notes.ts';
import { clockOf, type Clock } from './clock.ts';

/** The private cases as our people list them. */
export type CasesPage = {
  title: string;
  tabs: Tabs;
  cases: readonly CaseLine[];
  empty: EmptyState;
  pager: Pager;
};

export type CaseLine = {
  href: string;
  subject: string;
  member: Byline;
  holder: string;
  clock: Clock;
};

export function casesPage(
  { rows, next }: Page<ListedCase>,
  { tab, after, now }: { tab: CaseTab; after: string | undefined; now: Date },
): CasesPage {
  const href = (show: CaseTab, cursor?: string) => withQuery(PATH, { show, after: cursor });
  return {
    title: 'Private cases',
    tabs: {
      label: 'Which cases',
      links: TABS.map((each) => ({
        ...{ href: href(each), label: TAB_WORDS[each], current: each === tab },
      })),
    },
    cases: rows.map((row) => ({
      href: casePath(row),
      subject: row.subject,
      member: byline(row.member),
      holder: row.holder ?? 'nobody yet',
      clock: clockOf(row, { side: 'staff', now }),
    })),
    empty: noCases,
    pager: {
      label: 'More cases',
      newer: after === undefined ? undefined : href(tab),
      older: next === null ? undefined : href(tab, next),
      words: { newer: 'Back to the first', older: 'More' },
    },
  };
}

/** The tab of that name; what waits for us where there is none. */
export const caseTab = (text: string | undefined): CaseTab =>
  TABS.find((tab) => tab === text) ?? 'waiting';

export const casePath = ({ id }: Pick<ListedCase, 'id'>) => `${PATH}/${String(id)}`;

const PATH = '/staff/cases';
const TABS = ['waiting', 'mine', 'unassigned', 'all', 'closed'] as const satisfies CaseTab[];
const TAB_WORDS: Record<CaseTab, string> = {
  waiting: 'Waiting for us',
  mine: 'Mine',
  unassigned: 'Nobody’s',
  all: 'All',
  closed: 'Closed',
};
