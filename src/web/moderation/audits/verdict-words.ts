import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { VerdictRow } from '../../../moderation/rows.ts';
import { failReasons } from './fail-reasons.ts';

/** One verdict on an answer, as the desk lists it. */
export type VerdictLine = { text: string; note: string; at: Date; undone: boolean };

/** What was decided on an answer, the oldest first. */
export const verdictLines = ({ verdicts }: AuditItem): VerdictLine[] =>
  verdicts.map((verdict) => ({
    text: sentence(verdict),
    note: verdict.note,
    at: verdict.decided_at,
    undone: verdict.undone_at !== null,
  }));

function sentence({ moderator, verdict, reason }: AuditItem['verdicts'][number]): string {
  const because = reason === null ? '' : `: ${failReasons[reason].toLowerCase()}`;
  return `${moderator} ${DID[verdict]} this answer${because}`;
}

const DID: Record<VerdictRow['verdict'], string> = {
  pass: 'passed',
  fix: 'fixed and passed',
  fail: 'failed',
};
