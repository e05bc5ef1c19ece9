import type { Page } from '../../../forum/question-list.ts';
import type { ListedCase } from '../../../trust/rings/read-cases.ts';
import { RING_SIGNS } from '../../../trust/risk/signs.ts';
import type { Tabs } from '../../forum/tabs.ts';
import { withQuery } from '../../forum/paths.ts';
import type { EmptyState } from '../../look/empty.ts';
import type { Pager } from '../../look/notes.ts';
import { becameOf } from './words.ts';

/** Cases of suspected fraud, open or closed. */
export type FraudPage = {
  title: string;
  tabs: Tabs;
  cases: CaseLine[];
  empty: EmptyState;
  pager: Pager;
};

type CaseLine = {
  href: string;
  name: string;
  who: string;
  why: string;
  state: string;
  at: Date;
};

type Needs = { state: 'open' | 'closed'; after: string | undefined };

export function fraudPage(page: Page<ListedCase>, { state, after }: Needs): FraudPage {
  const query = { state: state === 'closed' ? state : undefined };
  return {
    title: 'Suspected fraud',
    tabs: {
      label: 'Which cases',
      links: (['open', 'closed'] as const).map((tab) => ({
        href: withQuery('/staff/fraud', { state: tab === 'closed' ? tab : undefined }),
        label: tab === 'open' ? 'Open' : 'Closed',
        current: tab === state,
      })),
    },
    cases: page.rows.map(caseLine),
    empty: {
      art: 'done',
      title: state === 'open' ? 'No open cases' : 'No closed cases',
      text: 'A case opens when members seem to accept each other’s answers for the money.',
    },
    pager: {
      label: 'More cases',
      newer: after === undefined ? undefined : withQuery('/staff/fraud', query),
      older: page.next ? withQuery('/staff/fraud', { ...query, after: page.next }) : undefined,
      words: { newer: 'Back to the first', older: 'More' },
    },
  };
}

function caseLine({ id, names, reasons, state, held_at, opened_at }: ListedCase): CaseLine {
  const signs: Readonly<Record<string, { text: string }>> = RING_SIGNS;
  const shown = names.slice(0, 4).join(', ');
  const more = names.length > 4 ? ` and ${String(names.length - 4)} more` : '';
  return {
    href: `/staff/fraud/${String(id)}`,
    name: `Case ${String(id)}`,
    who: `${shown}${more}`,
    why: reasons.map((code) => signs[code]?.text ?? code).join(' · '),
    state: state === 'open' && held_at ? 'everything is held' : becameOf(state),
    at: opened_at,
  };
}
