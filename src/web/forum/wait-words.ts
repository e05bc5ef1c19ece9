import type { Wait } from '../../forum/waits/read-wait.ts';

/** What to expect, in a sentence for whoever asks now. */
export function waitWords(wait: Wait): string {
  if (wait === 'unknown') {
    return 'Few questions come at this hour, so we can’t say how soon somebody answers.';
  }
  if (wait === 'unanswered')
    return 'Fewer than half of the questions asked at this hour have an answer yet.';
  return `You’ll usually hear back in about ${lengthOf(wait.seconds)}.`;
}

/** The same of a question that is asked already, for whoever reads it. */
export const usualWait = ({ seconds }: Exclude<Wait, string>): string =>
  `Questions asked at that hour usually have an answer in about ${lengthOf(seconds)}.`;

/** A length of time as people say it: 5 minutes, 3 hours, 2 days. */
export function lengthOf(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return minutes === 1 ? 'a minute' : `${String(minutes)} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `${String(hours)} hours` : `${String(Math.round(hours / 24))} days`;
}
