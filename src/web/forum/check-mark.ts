import type { ThreadAnswer } from '../../forum/thread.ts';
import { rubricWords } from '../moderation/audits/rubric-words.ts';
import { failReasons } from '../moderation/audits/fail-reasons.ts';
import type { Outcome, Verdict } from './question-outcomes.ts';

/** What a moderator found when they checked an answer, as the answer shows it. */
export type CheckMark = {
  verdict: Verdict['verdict'];
  /** Who wrote what was checked: a fix has two authors. */
  author: string;
  /** Who says so; stewards are not named, so that nobody has it out with them. */
  moderator: string;
  byStewards: boolean;
  at: Date;
  /** Whether the text has changed since. */
  editedSince: boolean;
  /** Why it failed: for everybody. */
  ground: string | undefined;
  /** The moderator's words: for whoever wrote the answer and for moderators. */
  note: string | undefined;
  /** How it did in each respect: for the same. */
  scored: string | undefined;
};

/** The last verdict that stands on an answer. `candid` shows the moderator's note as well. */
export function checkMark(
  answer: Pick<ThreadAnswer, 'version' | 'author'>,
  outcomes: readonly Outcome[],
  { candid }: { candid: boolean },
): CheckMark | undefined {
  const found = outcomes.findLast(({ verdict }) => verdict !== undefined)?.verdict;
  if (!found) return undefined;
  const checkedVersion = found.answer_version + (found.verdict === 'fix' ? 1 : 0);
  return {
    verdict: found.verdict,
    author: answer.author.name,
    moderator: found.moderator,
    byStewards: found.decided_as === 'stewards',
    at: found.decided_at,
    editedSince: answer.version > checkedVersion,
    ground: found.reason === null ? undefined : failReasons[found.reason],
    note: candid && found.note !== '' ? found.note : undefined,
    scored: candid ? rubricWords(found) : undefined,
  };
}
