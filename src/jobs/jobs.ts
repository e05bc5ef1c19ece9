import type { TaskList } from 'graphile-worker';
import type { Knex } from 'knex';

import { dropExpiredCloses } from '../finance/drop-expired-closes.ts';
import { sendMail, type Transport } from '../notices/send-mail.ts';
import { fundWaitingRewards } from '../rewards/fund-waiting-rewards.ts';
import { releaseDueRewards } from '../rewards/release-due-rewards.ts';
import type { Perform, Tasks } from '../work.ts';

export type JobNeeds = { db: Knex; perform: Perform; now: () => Date; transport: Transport };

/** What runs by the clock: minute, hour, day, month, weekday, task. */
export const TIMETABLE = `
* * * * * release-due-rewards
* * * * * drop-expired-closes`;

/** When things run: each job calls one part, which can be called twice without harm. */
export const jobs = ({ db, perform, now, transport }: JobNeeds): TaskList => ({
  'send-mail': (payload) =>
    sendMail({ db, transport, now }, (payload as Tasks['send-mail']).mailId),
  'release-due-rewards': async () => {
    await fundWaitingRewards(db, perform);
    await releaseDueRewards(db, perform, now());
  },
  'drop-expired-closes': async () => {
    await dropExpiredCloses(db, perform);
  },
});
