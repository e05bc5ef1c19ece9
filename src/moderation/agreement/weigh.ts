import type { AuditOpinionRow } from '../rows.ts';

type Said = Pick<AuditOpinionRow, 'verdict' | 'note'>;

/**
 * Whether the last of these independent opinions, the first first, decides: as soon as one is
 * enough, as soon as two of them say the same, and where the first two differ with the third.
 */
export function isDecisive(opinions: readonly Said[], wanted: number): boolean {
  const last = opinions.at(-1);
  if (!last || opinions.length < wanted) return false;
  if (wanted === 1 || opinions.length > 2) return true;
  return opinions.some((one) => one !== last && one.verdict === last.verdict);
}

/** What all who agree with the last of them wrote to the author, each thing once. */
export function notesOf(opinions: readonly Said[]): string {
  const verdict = opinions.at(-1)?.verdict;
  const notes = opinions.filter((one) => one.verdict === verdict).map(({ note }) => note);
  return [...new Set(notes)].filter(Boolean).join('\n\n');
}
