import type { Thread } from '../../forum/thread.ts';
import type { AnswerCard } from './answer-card.ts';
import { plainText, shorten } from './stored-html.ts';

/** Where the accepted answer begins, for whoever came for it alone and would not scroll. */
export type Opening = { by: string; text: string; href: string; whole: boolean };

/**
 * The beginning of the accepted answer, to stand above a question however long; undefined where our
 * team has said in short what it comes to, or the answer is not to be led with.
 */
export function openingOf(
  { question }: Pick<Thread, 'question'>,
  answers: readonly AnswerCard[],
): Opening | undefined {
  if (question.removed ?? question.summary) return undefined;
  const accepted = answers.find((answer) => answer.accepted && isSound(answer));
  if (!accepted) return undefined;
  const all = plainText(accepted.body);
  const text = shorten(all, MOST);
  const href = `#a-${String(accepted.id)}`;
  return text === '' ? undefined : { by: accepted.author.name, text, href, whole: text === all };
}

/** It can be read, nobody could not confirm it, and nobody says that it no longer holds. */
const isSound = ({ removed, folded, check, standing }: AnswerCard) =>
  !removed && !folded && check?.verdict !== 'fail' && !standing.outdated;

/** Characters: four lines on a phone, above the fold under the longest title. */
const MOST = 160;
