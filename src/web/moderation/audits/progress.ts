import type { Tally } from '../../../moderation/audits/read-tally.ts';
import { COUNTED } from '../../../moderation/queue/read-queue.ts';
import type { Formats } from '../../format.ts';
import type { Html } from '../../html.ts';
import { segs } from '../../look/charts.ts';
import type { Keys } from './keys.ts';

/** The head of every page of the desk. */
export type ProgressLine = { progress: Progress; keys?: Keys };

/** What a moderator has done today and what waits, in words and as a drawing. */
export type Progress = { waiting: string; done: string; chart: Html | undefined };

/** What a moderator has done today, what waits as far as it is counted, and how fast they are. */
export type Batch = {
  tally: Tally;
  waiting: number;
  /** Seconds for a decision; undefined where nothing is known of it. */
  pace: number | undefined;
};

/** How many blocks the drawing has at most for what waits: a good day's work. */
const BATCH = 50;

export function progressOf({ tally, waiting, pace }: Batch, { count }: Formats): Progress {
  const { passed, fixed, failed } = tally;
  const waits =
    waiting === 1 ? '1 waits for you' : `${waitingWords(waiting, { count })} wait for you`;
  const done = `Passed ${count(passed)} · Fixed ${count(fixed)} · Failed ${count(failed)}`;
  const label = `Today: ${count(passed)} passed, ${count(fixed)} fixed, ${count(failed)} failed; ${waitingWords(waiting, { count })} waiting`;
  const open = Math.min(waiting, Math.max(1, BATCH - passed - fixed - failed));
  const parts = [
    { count: passed, tone: 3 },
    { count: fixed, tone: 2 },
    { count: failed, tone: 4 },
    { count: Math.min(open, 1), tone: 1 },
    { count: Math.max(0, open - 1), tone: 0 },
  ] as const;
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return {
    waiting: [...placeWords(passed + fixed + failed, { waiting, pace }, count), waits].join(' · '),
    done: `Today: ${done}`,
    chart: total > 0 ? segs(parts, label) : undefined,
  };
}

/** Where one is in a batch of fifty, or in what there is of it, and how long the rest may take. */
function placeWords(
  done: number,
  { waiting, pace }: Omit<Batch, 'tally'>,
  count: Formats['count'],
): string[] {
  if (waiting === 0) return [];
  const before = done % BATCH;
  const whole = Math.min(BATCH, before + waiting);
  const place = `${count(before + 1)} of ${count(whole)} in your batch`;
  return pace === undefined ? [place] : [place, timeWords((whole - before) * pace)];
}

function timeWords(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes === 1 ? 'about 1 minute left' : `about ${String(minutes)} minutes left`;
}

/** "1,000+" beyond what is counted. */
export const waitingWords = (waiting: number, { count }: Pick<Formats, 'count'>) =>
  waiting > COUNTED ? `${count(COUNTED)}+` : count(waiting);

/** What somebody hears who has nothing left to decide. */
export function praise({ passed, fixed, failed }: Tally, { count }: Formats): string {
  if (passed + fixed + failed === 0) return 'Nothing waits for a check. Lovely.';
  const [pass, fix, fail] = [count(passed), count(fixed), count(failed)];
  return `You passed ${pass}, fixed ${fix} and failed ${fail} today. Lovely work.`;
}
