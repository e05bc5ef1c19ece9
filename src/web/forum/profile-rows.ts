import type { Helped } from '../../forum/list-helped.ts';
import type { ListedAnswer } from '../../forum/profile.ts';
import { EXPERT_LEAST, type KnownTopic } from '../../forum/experts/find-experts.ts';
import type { AnswerId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import { answerPath, profilePath, topicPath } from './paths.ts';
import { plainText, shorten } from './stored-html.ts';

/** An answer as a row of its author's. */
export type AnswerRow = {
  id: AnswerId;
  href: string;
  question: string;
  excerpt: string;
  at: Date;
  accepted: boolean;
  helped: number;
};

/** Somebody's problem that a member solved, as a row of theirs. */
export type HelpedRow = {
  href: string;
  question: string;
  at: Date;
  /** Undefined where nobody is to be named. */
  asker: { name: string; href: string } | undefined;
  /** How many others it helped. */
  helped: number;
};

/** A topic in which their answers held up. */
export type KnownRow = { href: string; name: string; words: string };

export const answerRow = (answer: ListedAnswer): AnswerRow => ({
  id: answer.id,
  href: answerPath(answer.question, answer.id),
  question: answer.question.title,
  excerpt: shorten(plainText(answer.body_html), 180),
  at: answer.answered_at,
  accepted: answer.accepted,
  helped: answer.helped_count,
});

/** Whom the reader has blocked is not named to them. */
export const helpedRow =
  (blocked: ReadonlySet<MemberId>) =>
  ({ asker, question, answerId, acceptedAt, helpedCount }: Helped): HelpedRow => ({
    href: answerPath(question, answerId),
    question: question.title,
    at: acceptedAt,
    asker:
      asker && !blocked.has(asker.id)
        ? { name: asker.name, href: profilePath(asker.name) }
        : undefined,
    helped: helpedCount,
  });

export const knownRow = ({ slug, name, passed }: KnownTopic): KnownRow => ({
  ...{ href: topicPath({ slug }), name },
  words: `${String(passed)} ${passed === 1 ? 'answer' : 'answers'}${passed >= EXPERT_LEAST ? ', expert' : ''}`,
});
