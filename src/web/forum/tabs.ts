import type { QuestionTab } from '../../forum/list-questions.ts';
import {
  nothingAsked,
  nothingFollowed,
  nothingOpen,
  nothingUnanswered,
  type EmptyState,
} from '../look/empty.ts';
import { withQuery } from './paths.ts';

/** Links of which one is where the reader is. */
export type Tabs = {
  label: string;
  links: readonly { href: string; label: string; current: boolean }[];
};

/** A tab of the questions; the unanswered ones have their own order and filters. */
export type ListTab = QuestionTab | 'unanswered';

/** The ways to look at the questions. */
export const questionTabs = (current: ListTab): Tabs => ({
  label: 'Which questions',
  links: TABS.map((tab) => ({
    href: withQuery('/questions', { tab }),
    label: TAB_LABELS[tab],
    current: tab === current,
  })),
});

/** The tab of that name; the latest where there is none. */
export const tabFrom = (text: string | undefined): ListTab =>
  TABS.find((tab) => tab === text) ?? 'latest';

const TABS = ['latest', 'open', 'unanswered', 'solved', 'following'] as const satisfies ListTab[];

export const TAB_LABELS: Record<ListTab, string> = {
  latest: 'Latest',
  open: 'Needs an answer',
  unanswered: 'Unanswered',
  solved: 'Solved',
  following: 'Following',
};

/** What stands where a tab has no questions. */
export const TAB_EMPTY: Record<ListTab, EmptyState> = {
  latest: nothingAsked,
  open: nothingOpen,
  unanswered: nothingUnanswered,
  solved: nothingAsked,
  following: nothingFollowed,
};
