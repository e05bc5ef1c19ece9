import type { QuestionTab } from '../../forum/list-questions.ts';
import type { ListedQuestion, Page } from '../../forum/question-list.ts';
import type { TopicRow } from '../../forum/rows.ts';
import type { EmptyState } from '../look/empty.ts';
import { questionListRow, type QuestionList } from './question-list-row.ts';
import { topicPath, withQuery } from './paths.ts';
import { questionTabs, TAB_EMPTY, TAB_LABELS, type Tabs } from './tabs.ts';

/** Questions under a heading: a tab of all of them, or those of a topic. */
export type QuestionListPage = {
  title: string;
  heading: string;
  lede: string | undefined;
  listLabel: string;
  tabs: Tabs | undefined;
  askHref: string;
  list: QuestionList;
  worth: bigint;
};

/** Where a list is and what comes after it. */
export type Stretch = { page: Page<ListedQuestion>; after: string | undefined; worth: bigint };

/** The questions of a tab. */
export function tabPage(tab: QuestionTab, stretch: Stretch): QuestionListPage {
  return {
    title: tab === 'latest' ? 'Questions' : `${TAB_LABELS[tab]}: questions`,
    heading: 'Questions',
    lede: tab === 'open' ? 'Somebody is waiting for what you know.' : undefined,
    listLabel: TAB_LABELS[tab],
    tabs: questionTabs(tab),
    askHref: '/ask',
    list: questionList(stretch, TAB_EMPTY[tab], (after) => withQuery('/questions', { tab, after })),
    worth: stretch.worth,
  };
}

/** The questions of a topic. */
export function topicPage(topic: TopicRow, stretch: Stretch): QuestionListPage {
  const path = topicPath(topic);
  return {
    title: topic.name,
    heading: topic.name,
    lede: topic.description,
    listLabel: 'Latest questions',
    tabs: undefined,
    askHref: withQuery('/ask', { topic: topic.slug }),
    list: questionList(stretch, emptyTopic(topic), (after) => withQuery(path, { after })),
    worth: stretch.worth,
  };
}

/** Rows with the ways on; `hrefAfter` gives the address of what follows a cursor. */
export function questionList(
  { page, after, worth }: Stretch,
  empty: EmptyState,
  hrefAfter: (after: string | undefined) => string,
): QuestionList {
  return {
    rows: page.rows.map((question) => questionListRow(question, worth)),
    empty: after === undefined ? empty : NOTHING_MORE,
    pager: {
      label: 'More questions',
      newer: after === undefined ? undefined : hrefAfter(undefined),
      older: page.next === null ? undefined : hrefAfter(page.next),
      words: { newer: 'Back to the newest', older: 'Older questions' },
    },
  };
}

const emptyTopic = ({ slug, archived_at }: TopicRow): EmptyState => ({
  art: 'talk',
  title: 'No questions here yet',
  text: archived_at ? 'This topic takes no new ones.' : 'Be the first to ask.',
  action: archived_at
    ? { href: '/topics', label: 'See the other topics' }
    : { href: withQuery('/ask', { topic: slug }), label: 'Ask a question', primary: true },
});

const NOTHING_MORE: EmptyState = {
  art: 'done',
  title: 'That was the last of them',
  text: 'There are no older questions.',
  action: { href: '/questions', label: 'Back to the newest' },
};
