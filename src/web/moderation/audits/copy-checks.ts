import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { NearCopy } from '../../../trust/originality/read-near-copies.ts';
import { answerPath } from '../../forum/paths.ts';
import { wordDiff } from '../../look/diff-html.ts';
import type { Check } from './checks.ts';

type Eyes = {
  /** Whether the name of the answer's author is hidden; whoever wrote an earlier one is another. */
  blind: boolean;
  /** What of an answer's text whoever looks may read; all of it where nothing is said. */
  read?: (text: string) => string;
};

/** The earlier answers that an answer repeats, a check each, with the source and what differs. */
export function copyChecks(
  { answer, copies }: Pick<AuditItem, 'answer' | 'copies'>,
  { blind, read = (text) => text }: Eyes,
): Check[] {
  if (copies.length === 0) return [NONE];
  return copies.map((copy) => ({
    ...{ warn: true, icon: 'swap', text: copyWords(copy, blind) },
    against: {
      href: answerPath(copy.question, copy.source.id),
      title: copy.question.title,
      at: copy.source.answered_at,
      diff: wordDiff(read(copy.source.body), read(answer.body)),
    },
  }));
}

const NONE: Check = { warn: false, icon: 'check', text: 'Repeats no earlier answer that we found' };

function copyWords({ kind, own, similarity, author }: NearCopy, blind: boolean): string {
  const by = blind ? 'by the same author' : `of ${author}’s own`;
  const source = own ? `an earlier answer ${by}` : `an earlier answer by ${author}`;
  return kind === 'exact'
    ? `Says word for word the same as ${source}`
    : `${String(similarity)} % of it stands in ${source}`;
}
