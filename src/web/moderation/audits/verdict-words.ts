import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { VerdictRow } from '../../../moderation/rows.ts';
import { failReasons } from './fail-reasons.ts';

/** One verdict on an answer, as the desk lists it. */
export type VerdictLine = { text: string; note: string; at: Date; undone: boolean };

/** What was decided on an answer, the oldest first, and what several said of it independently. */
export const verdictLines = ({ verdicts, opinions }: AuditItem): VerdictLine[] => [
  ...verdicts.map((verdict) => ({
    text: sentence(verdict),
    note: verdict.note,
    at: verdict.decided_at,
    undone: verdict.undone_at !== null,
  })),
  ...opinions.map((opinion) => ({
    text: `${opinion.member} judged it alone: ${ALONE[opinion.verdict]}${becauseOf(opinion)}`,
    note: '',
    at: opinion.given_at,
    undone: false,
  })),
];

function sentence(one: AuditItem['verdicts'][number]): string {
  const { moderator, verdict, reason, decided_as } = one;
  const who = decided_as === 'stewards' ? 'Two stewards' : moderator;
  return `${who} ${DID[verdict]} this answer${becauseOf({ reason })}`;
}

const becauseOf = ({ reason }: Pick<VerdictRow, 'reason'>) =>
  reason === null ? '' : `: ${failReasons[reason].toLowerCase()}`;

const DID: Record<VerdictRow['verdict'], string> = {
  pass: 'passed',
  fix: 'fixed and passed',
  fail: 'failed',
};

const ALONE: Record<VerdictRow['verdict'], string> = {
  pass: 'a pass',
  fix: 'to be mended',
  fail: 'a fail',
};
