import type { Author } from '../../forum/authors.ts';
import type { ListedQuestion, Page } from '../../forum/question-list.ts';
import type { TopicRow } from '../../forum/rows.ts';
import type { Thread, ThreadAnswer } from '../../forum/thread.ts';
import { answerPath, profilePath, questionPath, topicPath, withQuery } from '../forum/paths.ts';
import { storedElsewhere } from '../forum/stored-html.ts';
import type { Site } from '../layout.ts';
import type { Entry, Feed } from './atom.ts';

type Place = Pick<Site, 'name' | 'url'>;

/** Questions as a feed, those in which something happened last first; of a topic, or of all. */
export function questionsFeed(
  { name, url }: Place,
  { rows, next }: Page<ListedQuestion>,
  { topic, after }: { topic?: TopicRow | undefined; after: string | undefined },
): Feed {
  const path = topic ? topicFeedPath(topic) : FEED;
  const on = (cursor: string | undefined) => url + withQuery(path, { after: cursor });
  return {
    id: url + path,
    title: topic ? `${topic.name}: ${name} community` : `${name} community`,
    author: name,
    self: on(after),
    page: url + (topic ? topicPath(topic) : '/questions'),
    next: next === null ? undefined : on(next),
    updated: newest(rows.map(({ last_activity_at }) => last_activity_at)),
    entries: rows.map((question) => ({
      ...{ id: questionId(url, question), title: question.title },
      href: url + questionPath(question),
      author: author(url, question.author),
      ...{ published: question.asked_at, updated: question.last_activity_at },
      topic: question.topic.name,
      body: { text: question.excerpt },
    })),
  };
}

/** A question and what was answered, the newest answer first; nothing that was removed. */
export function threadFeed({ name, url }: Place, { question, answers }: Thread): Feed {
  const standing = answers.filter(({ removed_at }) => removed_at === null).slice(0, MOST);
  const asked: Entry = {
    ...{ id: questionId(url, question), title: question.title },
    href: url + questionPath(question),
    author: author(url, question.author),
    ...{ published: question.asked_at, updated: question.edited_at ?? question.asked_at },
    topic: question.topic.name,
    body: { html: storedElsewhere(question.body_html, url) },
  };
  const entries = [...standing.map((answer) => answered(url, question, answer)), asked];
  return {
    ...{ id: `${questionId(url, question)}.atom`, title: question.title, author: name },
    self: url + questionFeedPath(question),
    page: url + questionPath(question),
    updated: newest(entries.map(({ updated }) => updated)),
    entries,
  };
}

/** Of all questions. */
export const FEED = '/feed.atom';

export const topicFeedPath = (topic: Pick<TopicRow, 'slug'>) => `${topicPath(topic)}.atom`;

export const questionFeedPath = ({ id }: { id: number }) => `/q/${String(id)}.atom`;

/** How many answers a feed shows, the newest of them. */
const MOST = 50;

/** The number finds it, whatever its title comes to be. */
const questionId = (url: string, { id }: { id: number }) => `${url}/q/${String(id)}`;

const answered = (url: string, question: Thread['question'], answer: ThreadAnswer): Entry => ({
  id: `${url}/a/${String(answer.id)}`,
  title: `${answer.author.name} answered: ${question.title}`,
  href: url + answerPath(question, answer.id),
  author: author(url, answer.author),
  ...{ published: answer.answered_at, updated: answer.edited_at ?? answer.answered_at },
  body: { html: storedElsewhere(answer.body_html, url) },
});

const author = (url: string, { name }: Author) => ({ name, href: url + profilePath(name) });

/** A feed in which nothing has happened yet is as old as can be. */
const newest = (instants: readonly Date[]) =>
  new Date(Math.max(0, ...instants.map((at) => at.getTime())));
