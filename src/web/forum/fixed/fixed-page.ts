import type { Fixes } from '../../../forum/fixed/read-fixes.ts';
import type { Fixed } from '../../../forum/fixed/say-fixed.ts';
import type { AnswerId, QuestionRow } from '../../../forum/rows.ts';
import type { ThreadAnswer } from '../../../forum/thread.ts';
import { answerPath, withQuery } from '../paths.ts';

/** What stands under an answer, for everybody but its author. */
export type DidItFix = {
  id: AnswerId;
  action: string;
  /** Who wrote it. */
  by: string;
  worked: number;
  /** Undefined where it was not accepted. */
  acceptedAt: Date | undefined;
  /** When it last did, to the day. */
  lastOn: Date | undefined;
};

export const didItFix = (
  { id, author }: Pick<ThreadAnswer, 'id' | 'author'>,
  fixes: Fixes | undefined,
  acceptedAt: Date | undefined,
): DidItFix => ({
  ...{ id, action: actionOf(id), by: author.name, acceptedAt },
  worked: fixes?.worked ?? 0,
  lastOn: fixes?.last_worked_on ? new Date(`${fixes.last_worked_on}T12:00:00Z`) : undefined,
});

/** What comes after somebody said whether it fixed it; the same for whoever opens it. */
export type FixedPage = {
  title: string;
  heading: string;
  /** Undefined where nothing was said yet. */
  said: Fixed | undefined;
  question: { title: string; open: boolean; meToo: string };
  /** Back to the answer. */
  href: string;
  action: string;
  /** Ways on for whom it did not fix. */
  search: string;
  ask: string;
};

export function fixedPage(
  id: AnswerId,
  question: Pick<QuestionRow, 'id' | 'slug' | 'title' | 'state'>,
  said: Fixed | undefined,
): FixedPage {
  const heading = HEADINGS[said ?? 'asked'];
  const { title, state } = question;
  return {
    ...{ title: `${heading} ${title}`, heading, said },
    question: { title, open: state === 'open', meToo: `/q/${String(question.id)}/me-too` },
    ...{ href: answerPath(question, id), action: actionOf(id) },
    search: withQuery('/search', { q: title }),
    ask: withQuery('/ask', { title }),
  };
}

/** What an address says was said. */
export const saidFrom = (text: string | undefined): Fixed | undefined =>
  (['yes', 'no', 'undo'] as const).find((said) => said === text);

const HEADINGS: Record<Fixed | 'asked', string> = {
  asked: 'Did this fix it for you?',
  yes: 'Glad it’s fixed.',
  no: 'Sorry it didn’t.',
  undo: 'Taken back.',
};

const actionOf = (id: AnswerId) => `/a/${String(id)}/fixed`;
