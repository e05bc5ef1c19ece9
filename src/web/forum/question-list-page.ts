import type { ListedQuestion, Page } from '../../forum/question-list.ts';
import type { TopicRow } from '../../forum/rows.ts';
import type { AnsweredLine, WaitFilters } from './unanswered-list.ts';
import type { EmptyState } from '../look/empty.ts';
import { questionListRow, type QuestionList } from './question-list-row.ts';
import { topicPath, withQuery } from './paths.ts';
import { questionTabs, TAB_EMPTY, TAB_LABELS, type ListTab, type Tabs } from './tabs.ts';

/** Questions of a tab. */
export type QuestionListPage = {
  title: string;
  heading: string;
  lede: string | undefined;
  listLabel: string;
  tabs: Tabs;
  /** Topics whose questions the reader follows, in that tab. */
  followed: readonly { href: string; name: string }[];
  /** Ways to narrow what nobody has answered; undefined on the other tabs. */
  filters: WaitFilters | undefined;
  /** How soon those were answered that waited, for our team alone. */
  answered: readonly AnsweredLine[] | undefined;
  askHref: string;
  list: QuestionList;
  worth: bigint;
};

/** Where a list is and what comes after it. */
export type Stretch = {
  page: Page<ListedQuestion>;
  after: string | undefined;
  worth: bigint;
  /** What stands first, on the first page of the list. */
  pinned?: readonly ListedQuestion[];
};

/** The questions of a tab. */
export function tabPage(
  tab: ListTab,
  stretch: Stretch,
  followed: readonly Pick<TopicRow, 'slug' | 'name'>[],
): QuestionListPage {
  return {
    title: tab === 'latest' ? 'Questions' : `${TAB_LABELS[tab]}: questions`,
    heading: 'Questions',
    lede: tab === 'open' ? 'Somebody is waiting for what you know.' : undefined,
    listLabel: TAB_LABELS[tab],
    tabs: questionTabs(tab),
    followed: followed.map((topic) => ({ href: topicPath(topic), name: topic.name })),
    ...{ filters: undefined, answered: undefined },
    askHref: '/ask',
    list: questionList(stretch, TAB_EMPTY[tab], (after) => withQuery('/questions', { tab, after })),
    worth: stretch.worth,
  };
}

/** Rows with the ways on; `hrefAfter` gives the address of what follows a cursor. */
export function questionList(
  { page, after, worth, pinned = [] }: Stretch,
  empty: EmptyState,
  hrefAfter: (after: string | undefined) => string,
): QuestionList {
  const first = after === undefined ? pinned : [];
  const rest = page.rows.filter(({ id }) => first.every((one) => one.id !== id));
  return {
    rows: [
      ...first.map((question) => questionListRow(question, worth, { pinned: true })),
      ...rest.map((question) => questionListRow(question, worth)),
    ],
    empty: after === undefined ? empty : NOTHING_MORE,
    pager: {
      label: 'More questions',
      newer: after === undefined ? undefined : hrefAfter(undefined),
      older: page.next === null ? undefined : hrefAfter(page.next),
      words: { newer: 'Back to the newest', older: 'Older questions' },
    },
  };
}

const NOTHING_MORE: EmptyState = {
  art: 'done',
  title: 'That was the last of them',
  text: 'There are no older questions.',
  action: { href: '/questions', label: 'Back to the newest' },
};
