import type { Page } from '../../forum/question-list.ts';
import { mayModerate } from '../../forum/permissions.ts';
import type { TopicRow } from '../../forum/rows.ts';
import type { AnsweredIn } from '../../forum/unanswered/count-answered.ts';
import type { UnansweredQuestion } from '../../forum/unanswered/list-unanswered.ts';
import type { WaitStage } from '../../forum/unanswered/unanswered.ts';
import type { MemberRow } from '../../members/rows.ts';
import { withQuery } from './paths.ts';
import { questionList, tabPage, type QuestionListPage } from './question-list-page.ts';
import { questionListRow, type WaitLine } from './question-list-row.ts';
import type { TopicLinks } from './search-filters.ts';
import { TAB_EMPTY, type Tabs } from './tabs.ts';
import { lengthOf } from './wait-words.ts';

/** What the unanswered questions are narrowed to. */
export type Narrowing = {
  topic: TopicRow | undefined;
  stage: WaitStage | undefined;
  after: string | undefined;
};

/** What was answered in a stage, and how soon. */
export type AnsweredLine = { label: string; words: string };

/** Links that narrow the unanswered questions. */
export type WaitFilters = { stages: Tabs; topics: TopicLinks };

type Needs = Narrowing & {
  page: Page<UnansweredQuestion>;
  topics: readonly TopicRow[];
  viewer: MemberRow | undefined;
  worth: bigint;
  /** Of the last four weeks, for our team alone. */
  answered: readonly AnsweredIn[] | undefined;
};

/** The questions that nobody has answered. */
export function unansweredPage(needs: Needs): QuestionListPage {
  const { page, viewer, worth } = needs;
  const stretch = { page: { ...page, rows: [] }, after: needs.after, worth };
  const list = questionList(stretch, TAB_EMPTY.unanswered, (after) => boardHref(needs, { after }));
  const rows = page.rows.map((question) =>
    questionListRow(question, worth, { wait: waitLine(question, viewer) }),
  );
  return {
    ...tabPage('unanswered', stretch, []),
    lede: viewer ? `${LEDE} What you know comes first.` : LEDE,
    answered: needs.answered && answeredLines(needs.answered),
    filters: { stages: stageLinks(needs), topics: topicLinks(needs) },
    list: { ...list, rows, pager: { ...list.pager, words: PAGER_WORDS } },
  };
}

const LEDE = 'Nobody has answered these yet. Whoever has waited longest is at the top.';

/** The stage of that name, if there is one. */
export const stageFrom = (text: string | undefined): WaitStage | undefined =>
  STAGES.find(([stage]) => stage === text)?.[0];

function waitLine(
  { id, stage, stageSince }: UnansweredQuestion,
  viewer: MemberRow | undefined,
): WaitLine {
  const act = viewer && mayModerate(viewer) ? `/staff/unanswered/${String(id)}` : undefined;
  return { act, label: LABELS[stage], since: stageSince ?? undefined };
}

const LABELS: Record<WaitStage, string> = {
  new: 'New',
  experts: 'With people who know it since',
  team: 'With our team since',
};

const STAGES: readonly [WaitStage | undefined, string][] = [
  [undefined, 'All'],
  ['new', 'New'],
  ['experts', 'With people who know it'],
  ['team', 'With our team'],
];

const answeredLines = (answered: readonly AnsweredIn[]): AnsweredLine[] =>
  ANSWERED.map(([stage, label]) => {
    const found = answered.find((one) => one.stage === stage);
    const after = found ? `, half of them within ${lengthOf(found.medianSeconds)}` : '';
    return { label, words: `${String(found?.answered ?? 0)}${after}` };
  });

const ANSWERED: readonly [WaitStage, string][] = [
  ['new', 'Before anybody was asked'],
  ['experts', 'With people who know it'],
  ['team', 'With our team'],
];

const PAGER_WORDS = { newer: 'Back to the first', older: 'More' };

function boardHref({ topic, stage }: Narrowing, change: Partial<Record<string, string>>): string {
  return withQuery('/questions', { tab: 'unanswered', topic: topic?.slug, stage, ...change });
}

const stageLinks = (narrowing: Narrowing): Tabs => ({
  label: 'Who has been asked',
  links: STAGES.map(([stage, label]) => ({
    ...{ label, href: boardHref({ ...narrowing, stage }, {}), current: stage === narrowing.stage },
  })),
});

function topicLinks({ topics, ...narrowing }: Needs): TopicLinks {
  const href = (topic: TopicRow | undefined) => boardHref({ ...narrowing, topic }, {});
  const current = narrowing.topic;
  return {
    links: [
      { href: href(undefined), label: 'All topics', count: undefined, current: !current },
      ...topics.map((topic) => ({
        ...{ href: href(topic), label: topic.name, count: undefined },
        current: topic.id === current?.id,
      })),
    ],
  };
}
