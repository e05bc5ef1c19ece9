import type { TaskList } from 'graphile-worker';

import { sendMail } from '../notices/send-mail.ts';
import { releaseDueRewards } from '../rewards/release-due-rewards.ts';
import type { Tasks } from '../work.ts';
import type { WorkerNeeds } from './worker.ts';

/** What runs by the clock: minute, hour, day, month, weekday, task. */
export const TIMETABLE = '* * * * * release-due-rewards';

/** When things run: each job calls one part, which can be called twice without harm. */
export const jobs = ({ db, perform, now, transport }: Omit<WorkerNeeds, 'log'>): TaskList => ({
  'send-mail': (payload) =>
    sendMail({ db, transport, now }, (payload as Tasks['send-mail']).mailId),
  'release-due-rewards': async () => {
    await releaseDueRewards(db, perform, now());
  },
});
