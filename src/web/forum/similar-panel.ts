import type { Match } from '../../forum/similar/read-matches.ts';
import type { Asked } from '../../forum/similar/similar.ts';
import type { Html } from '../html.ts';
import { answerPath, questionPath } from './paths.ts';
import { plainText, shorten, storedHtml } from './stored-html.ts';

/** What may answer somebody who is about to ask. */
export type SimilarPanel = {
  matches: readonly SimilarMatch[];
  /** Whether any of them has an answer, so that one can say that it was the one. */
  isAnswered: boolean;
  /** Where it may belong, for whoever has chosen none; what is said of it under the field. */
  topic: { slug: string; hint: string } | undefined;
};

export type SimilarMatch = {
  id: number;
  title: string;
  href: string;
  solved: boolean;
  answers: number;
  answer: { html: Html; by: string; staff: boolean; accepted: boolean } | undefined;
  /** The start of an answer that is too long to stand here. */
  start: string | undefined;
  /** The first is unfolded. */
  open: boolean;
};

export const similarPanel = ({ matches, topic }: Asked): SimilarPanel => ({
  matches: matches.map((match, index) => similarMatch(match, index === 0)),
  isAnswered: matches.some(({ answer }) => answer !== null),
  topic: topic && {
    slug: topic.slug,
    hint: `Suggested: ${topic.name}, where questions like yours are asked.`,
  },
});

/** Characters of an answer's text that are shown whole. */
const WHOLE = 900;

function similarMatch({ answer, ...question }: Match, open: boolean): SimilarMatch {
  const text = answer ? plainText(answer.html) : '';
  return {
    id: question.id,
    title: question.title,
    href: answer ? answerPath(question, answer.id) : questionPath(question),
    solved: question.state !== 'open',
    answers: question.answer_count,
    answer: answer
      ? {
          ...{ html: storedHtml(answer.html), by: answer.by },
          ...{ staff: answer.byStaff, accepted: answer.accepted },
        }
      : undefined,
    start: text.length > WHOLE ? shorten(text, WHOLE) : undefined,
    open,
  };
}
