import type { QueueItem } from '../../../moderation/queue/read-queue.ts';
import type { Formats } from '../../format.ts';
import type { IconName } from '../../look/icons.ts';

/** Whether something is decided in time: in a colour, a shape and words. */
export type Sla = { tone: 'ok' | 'warn' | 'bad'; icon: IconName; words: string };

/** Due soon is the last quarter of the time that its risk allows. */
export function slaOf(
  { opened_at, due_at }: Pick<QueueItem, 'opened_at' | 'due_at'>,
  { at, formats }: { at: Date; formats: Pick<Formats, 'dateTime'> },
): Sla {
  const due = formats.dateTime(due_at);
  const [left, allowed] = [due_at.getTime() - at.getTime(), due_at.getTime() - opened_at.getTime()];
  if (left <= 0) return { tone: 'bad', icon: 'warn', words: `Overdue since ${due}` };
  if (left <= allowed / 4) return { tone: 'warn', icon: 'clock', words: `Due soon, by ${due}` };
  return { tone: 'ok', icon: 'check', words: `On time, due ${due}` };
}
