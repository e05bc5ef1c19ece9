import type { Page } from '../../forum/question-list.ts';
import { withQuery } from '../forum/paths.ts';
import type { Tabs } from '../forum/tabs.ts';
import type { EmptyState } from '../look/empty.ts';
import type { Pager } from '../look/notes.ts';

/** What is or was before somebody for a decision, and what came of it. */
export type CaseList = {
  title: string;
  lede: string;
  tabs: Tabs | undefined;
  rows: readonly CaseRow[];
  empty: EmptyState;
  pager: Pager;
};

export type CaseRow = {
  title: string;
  /** Undefined where there is nothing to go to. */
  href: string | undefined;
  at: Date;
  chip: { label: string; tone: 'ok' | 'warn' | 'bad' | '' };
  /** A sentence or two under it. */
  lines: readonly string[];
};

/** The tabs of what waits and what is decided. */
export const caseTabs = (path: string, current: 'waiting' | 'decided'): Tabs => ({
  label: 'Which',
  links: [
    { href: path, label: 'Waiting', current: current === 'waiting' },
    { href: `${path}?state=decided`, label: 'Decided', current: current === 'decided' },
  ],
});

/** The ways on in a list that begins at `path`. */
export const casePager = (
  path: string,
  { next }: Pick<Page<unknown>, 'next'>,
  { after, state }: { after: string | undefined; state?: 'waiting' | 'decided' },
): Pager => {
  const of = { state: state === 'decided' ? state : undefined };
  return {
    label: 'More',
    newer: after === undefined ? undefined : withQuery(path, of),
    older: next === null ? undefined : withQuery(path, { ...of, after: next }),
    words: { newer: 'Back to the first', older: 'More' },
  };
};
