import type { QueueItem } from '../../../moderation/audits/read-queue.ts';
import type { Because, Risk } from '../../../moderation/audits/signals.ts';

/** Why an answer waits to be checked, and what is worth knowing of it first, in a line. */
export function reasonWords(item: QueueItem): string {
  const flags = [
    item.edited && 'edited since accepted',
    item.quick && 'accepted within a minute',
    item.priced && 'mentions a price',
  ];
  const words = [
    item.author,
    becauseWords[item.because],
    ...flags.filter((flag) => flag !== false),
  ];
  return words.join(' · ');
}

/** Why an audit was opened. */
export const becauseWords: Record<Because, string> = {
  'first-five': 'first paid answers',
  always: 'every paid answer at this level',
  sample: 'spot check',
  called: 'called by a moderator',
  flagged: 'looks suspicious',
};

/** For whoever does not see the shapes. */
export const riskWords: Record<Risk, string> = {
  high: 'High risk',
  mid: 'Some risk',
  low: 'Low risk',
};
