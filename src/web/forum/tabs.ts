import type { QuestionTab } from '../../forum/list-questions.ts';
import { nothingAsked, nothingFollowed, nothingOpen, type EmptyState } from '../look/empty.ts';
import { withQuery } from './paths.ts';

/** Links of which one is where the reader is. */
export type Tabs = {
  label: string;
  links: readonly { href: string; label: string; current: boolean }[];
};

/** The ways to look at the questions; `current` is undefined where none of them is shown. */
export const questionTabs = (current: QuestionTab): Tabs => ({
  label: 'Which questions',
  links: TABS.map((tab) => ({
    href: withQuery('/questions', { tab }),
    label: TAB_LABELS[tab],
    current: tab === current,
  })),
});

/** The tab of that name; the latest where there is none. */
export const tabFrom = (text: string | undefined): QuestionTab =>
  TABS.find((tab) => tab === text) ?? 'latest';

const TABS = ['latest', 'open', 'solved', 'following'] as const satisfies QuestionTab[];

export const TAB_LABELS: Record<QuestionTab, string> = {
  latest: 'Latest',
  open: 'Needs an answer',
  solved: 'Solved',
  following: 'Following',
};

/** What stands where a tab has no questions. */
export const TAB_EMPTY: Record<QuestionTab, EmptyState> = {
  latest: nothingAsked,
  open: nothingOpen,
  solved: nothingAsked,
  following: nothingFollowed,
};
