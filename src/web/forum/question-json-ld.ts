import type { Answer, Person, QAPage, Question, WithContext } from 'schema-dts';

import type { Author } from '../../forum/authors.ts';
import type { Thread, ThreadAnswer } from '../../forum/thread.ts';
import { answerPath, profilePath, questionPath } from './paths.ts';
import { plainText } from './stored-html.ts';

/**
 * The thread as search engines read it: https://schema.org/QAPage. Nothing in it that a visitor
 * could not read; undefined for a question that was taken down, or that nobody has answered: Google
 * takes the latter for a mistake.
 */
export function questionJsonLd(thread: Thread, siteUrl: string): WithContext<QAPage> | undefined {
  const answers = thread.answers.filter(hasWords);
  if (thread.question.removed_at !== null || answers.length === 0) return undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: entity(thread, answers, siteUrl),
  };
}

function entity(thread: Thread, answers: readonly ThreadAnswer[], siteUrl: string): Question {
  const { question, acceptance } = thread;
  const accepted = answers.find(({ id }) => id === acceptance?.answer_id);
  const others = answers.filter((answer) => answer !== accepted);
  const draw = (answer: ThreadAnswer) => answerOf(thread, answer, siteUrl);
  return {
    '@type': 'Question',
    name: question.title,
    text: plainText(question.body_html) || question.title,
    url: siteUrl + questionPath(question),
    answerCount: answers.length,
    upvoteCount: question.score,
    datePublished: question.asked_at.toISOString(),
    ...modified(question.edited_at),
    author: person(question.author, siteUrl),
    ...(accepted && { acceptedAnswer: draw(accepted) }),
    ...(others.length > 0 && { suggestedAnswer: others.map(draw) }),
  };
}

/** It can be read, and there is something to read. */
const hasWords = ({ removed_at, body_html }: ThreadAnswer) =>
  removed_at === null && plainText(body_html) !== '';

const answerOf = ({ question }: Thread, answer: ThreadAnswer, siteUrl: string): Answer => ({
  '@type': 'Answer',
  text: plainText(answer.body_html),
  url: siteUrl + answerPath(question, answer.id),
  upvoteCount: answer.score,
  datePublished: answer.answered_at.toISOString(),
  ...modified(answer.edited_at),
  author: person(answer.author, siteUrl),
});

const person = ({ name }: Author, siteUrl: string): Person => ({
  '@type': 'Person',
  name,
  url: siteUrl + profilePath(name),
});

const modified = (at: Date | null) => (at ? { dateModified: at.toISOString() } : {});
