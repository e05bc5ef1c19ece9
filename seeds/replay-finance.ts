import { askToClose } from '../src/finance/closing/ask-to-close.ts';
import { closePeriod } from '../src/finance/closing/close-period.ts';
import { isOverForAnHour, monthAfter, monthAt, type Month } from '../src/ledger/dates.ts';
import { releaseDueRewards } from '../src/rewards/release-due-rewards.ts';
import { as, memberNamed, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** Every morning at six, what the worker would have released by then. */
export const replayQuietDays = (stage: Stage, days: number): Happening[] =>
  Array.from({ length: days }, (_, index) => {
    const at = stage.calendar.daysAgo(days - 1 - index, '06:00');
    return { at, happen: () => releaseDueRewards(stage.db, stage.perform, at) };
  });

/**
 * Jordan asks to close each month on the third of the next, and Sam approves it that afternoon:
 * but for the last month that is over, which waits for Sam since yesterday.
 */
export function replayCloses(stage: Stage, days: number): Happening[] {
  const { calendar } = stage;
  const happenings: Happening[] = [];
  const latest = monthAfter(monthAt(calendar.now, calendar.timeZone), -1);
  for (let ago = days; ago > 0; ago -= 1) {
    const morning = calendar.daysAgo(ago, '10:00');
    if (calendar.dayOf(morning) !== 3) continue;
    const month = monthAfter(monthAt(morning, calendar.timeZone), -1);
    if (month === latest) continue;
    happenings.push(ask(stage, morning, month));
    const at = calendar.daysAgo(ago, '15:30');
    happenings.push({ at, happen: () => closePeriod(stage, memberNamed(stage, 'Sam'), month) });
  }
  const lately = calendar.daysAgo(calendar.dayOf(calendar.now) > 1 ? 1 : 0, '10:00');
  if (!isOverForAnHour(latest, lately, calendar.timeZone)) return happenings;
  return [...happenings, ask(stage, lately, latest)];
}

const ask = (stage: Stage, at: Date, month: Month): Happening => ({
  at,
  happen: () => as(stage, 'Jordan', (work) => askToClose(work, month)),
});
