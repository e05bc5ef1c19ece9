import type { TopicRow } from '../../forum/rows.ts';
import { isIcon, type IconName } from '../look/icons.ts';
import { topicPath } from './paths.ts';

/** A way into a topic. */
export type TopicLink = {
  href: string;
  name: string;
  icon: IconName;
  description: string;
  questions: number;
};

export type TopicsPage = { title: string; topics: readonly TopicLink[] };

export const topicsPage = (topics: readonly TopicRow[]): TopicsPage => ({
  title: 'Topics',
  topics: topics.map(topicLink),
});

/** An admin chooses the icon; a name that is not drawn gets the bubble. */
export const topicLink = (topic: TopicRow): TopicLink => ({
  href: topicPath(topic),
  name: topic.name,
  icon: isIcon(topic.icon) ? topic.icon : 'chat',
  description: topic.description,
  questions: topic.question_count,
});
