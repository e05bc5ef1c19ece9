import type { AnswerId } from '../../forum/rows.ts';
import type { Match } from '../../forum/similar/read-matches.ts';
import { withQuery } from '../forum/paths.ts';
import type { Choice } from '../look/choice.ts';
import { NEW_GUIDE } from './guide-paths.ts';

/** A guide that has a title, and needs the answer that it is made of. */
export type ChooseAnswerPage = { title: string; lede: string; choice: Choice; askHref: string };

type Asked = { title: string; answer: string | undefined };

export const chooseAnswerPage = (
  { title, answer }: Asked,
  matches: readonly Match[],
): ChooseAnswerPage => ({
  title: 'Make a guide',
  lede: `“${title}” is to be its title. A guide is made of an answer that was accepted or is our own.`,
  choice: {
    ...{ title: 'Which answer is it made of?', action: NEW_GUIDE, name: 'answer' },
    hidden: [{ name: 'title', value: title }],
    typed: answer ?? '',
    error: answer === undefined ? undefined : 'That is no address of an answer.',
    submit: 'Go on with it',
    likely: matches.flatMap((match) => likelyOf(match, title)),
  },
  askHref: withQuery('/ask', { title }),
});

/** The number of an answer, as it is typed or as it stands in an address. */
export function answerIn(text: string): AnswerId | undefined {
  const [, number] = /(?:^|\/a\/|#a-)([1-9]\d{0,8})(?:$|[/?#])/.exec(text.trim()) ?? [];
  return number === undefined ? undefined : (Number(number) as AnswerId);
}

function likelyOf(match: Match, title: string): Choice['likely'] {
  const { answer } = match;
  if (!answer || !(answer.accepted || answer.byStaff)) return [];
  return [
    {
      href: withQuery(NEW_GUIDE, { answer: String(answer.id), title }),
      title: match.title,
      facts: `${answer.accepted ? 'Accepted answer' : 'Answer'} by ${answer.by}`,
    },
  ];
}
