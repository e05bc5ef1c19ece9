import { expireSanctions } from '../src/moderation/sanctions/expire-sanctions.ts';
import { imposeSanction } from '../src/moderation/sanctions/impose-sanction.ts';
import { dated, memberNamed, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** Gordon was warned for what was taken down: the first warning is over, the second stands. */
export function replayWarnings(stage: Stage): Happening[] {
  const on = dated(stage);
  const { daysAgo } = stage.calendar;
  const warn = (days: number, time: string, note: string, lasts: number) =>
    on(days, time, 'Hannah', (work) => {
      const until = new Date(work.at.getTime() + lasts * 86_400_000);
      const { id } = memberNamed(stage, 'Gordon-Tait');
      return imposeSanction(work, id, { kind: 'warning', reason: 'rude', note, until });
    });
  const over = daysAgo(23, '06:05');
  return [
    warn(54, '09:30', 'The first one, so it lasts a month.', 30),
    { at: over, happen: () => expireSanctions(stage.db, stage.perform, over) },
    warn(6, '10:00', 'The second time in two months. Your help is welcome, the tone is not.', 90),
  ];
}
