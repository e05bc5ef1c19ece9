import { EXPERT_LEAST, type Expert } from '../../forum/experts/find-experts.ts';
import type { TopicRow } from '../../forum/rows.ts';
import type { ListedGuide } from '../../guides/read-guides.ts';
import { guideLink, type GuideLink } from '../guides/guide-link.ts';
import type { EmptyState } from '../look/empty.ts';
import { byline, type Byline } from './byline.ts';
import { topicPath, withQuery } from './paths.ts';
import { questionList, type Stretch } from './question-list-page.ts';
import type { QuestionList } from './question-list-row.ts';

/** A topic: its latest questions, and who knows it. */
export type TopicPage = {
  title: string;
  lede: string;
  follow: FollowTopic;
  experts: Experts;
  askHref: string;
  guides: readonly GuideLink[];
  list: QuestionList;
  worth: bigint;
};

/** The button that anybody may press; `mine` only where the reader is signed in and follows it. */
type FollowTopic = { action: string; mine: boolean; settings: string };

/** Who knows a topic, and by which rule. */
export type Experts = { people: readonly (Byline & { passed: number })[]; rule: string };

type Needs = {
  stretch: Stretch;
  experts: readonly Expert[];
  guides: readonly ListedGuide[];
  follows: boolean;
};

export function topicPage(
  topic: TopicRow,
  { stretch, experts, guides, follows }: Needs,
): TopicPage {
  const path = topicPath(topic);
  return {
    title: topic.name,
    lede: topic.description,
    follow: {
      ...{ action: `${path}/follow`, mine: follows },
      settings: withQuery('/settings/notifications', { topic: topic.slug }),
    },
    experts: {
      people: experts.map(({ author, passed }) => ({ ...byline(author), passed })),
      rule: EXPERT_RULE,
    },
    guides: guides.map(guideLink),
    askHref: withQuery('/ask', { topic: topic.slug }),
    list: questionList(stretch, emptyTopic(topic), (after) => withQuery(path, { after })),
    worth: stretch.worth,
  };
}

/** As the page says it to everybody. */
const EXPERT_RULE =
  `Members with ${String(EXPERT_LEAST)} or more accepted answers here that passed our check in ` +
  'the last year. Nobody applies, and our own team is left out.';

const emptyTopic = ({ slug, archived_at }: TopicRow): EmptyState => ({
  art: 'talk',
  title: 'No questions here yet',
  text: archived_at ? 'This topic takes no new ones.' : 'Be the first to ask.',
  action: archived_at
    ? { href: '/topics', label: 'See the other topics' }
    : { href: withQuery('/ask', { topic: slug }), label: 'Ask a question', primary: true },
});
