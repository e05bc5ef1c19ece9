import type { TaskList } from 'graphile-worker';
import type { Knex } from 'knex';
import type { Logger } from 'pino';

import type { Embedder } from '../forum/similar/embedder.ts';
import { forgetVoices } from '../forum/fixed/forget-voices.ts';
import { deleteOldDrafts } from '../forum/drafts/forget-drafts.ts';
import { deleteLapsedNotes } from '../forum/live/note-answering.ts';
import { countWaits } from '../forum/waits/count-waits.ts';
import { dropExpiredCloses } from '../finance/closing/drop-expired-closes.ts';
import { queueDueGuides } from '../guides/queue-guides.ts';
import { verifyTonight } from '../finance/proof/verify-tonight.ts';
import { recountExperts } from '../moderation/experts/recount-expertise.ts';
import { expireSanctions } from '../moderation/sanctions/expire-sanctions.ts';
import { passOnLateAudits } from '../moderation/governance/pass-on-late-audits.ts';
import { reviewTopic, reviewTopics } from '../moderation/governance/review-topic.ts';
import { endObjections } from '../moderation/silent/end-objection.ts';
import { queueUnanswered } from '../moderation/unanswered/queue-unanswered.ts';
import { askExperts } from '../notices/ask-experts.ts';
import type { Transport } from '../notices/send-mail.ts';
import { remindAskers } from '../notices/remind-askers.ts';
import { sendNewMail, sendWaitingMails } from '../notices/send-waiting-mails.ts';
import { tellTopicFollowers } from '../notices/tell-topic-followers.ts';
import { tellFollowers } from '../notices/tell-followers.ts';
import { dropAllUnused } from '../pictures/drop-unused.ts';
import { tellFollowersOfMerge } from '../notices/tell-of-merge.ts';
import { fundWaitingRewards } from '../rewards/fund-waiting-rewards.ts';
import { releaseDueRewards } from '../rewards/release-due-rewards.ts';
import { forgetDevices } from '../trust/risk/devices.ts';
import { weighAround } from '../trust/rings/weigh-around.ts';
import { weighEverybody } from '../trust/rings/weigh-everybody.ts';
import type { Perform, Tasks } from '../work.ts';

export type JobNeeds = {
  db: Knex;
  perform: Perform;
  now: () => Date;
  transport: Transport;
  log: Logger;
  embedder: Embedder | undefined;
};

/** What runs by the clock, in UTC: minute, hour, day, month, weekday, task. */
export const TIMETABLE = `
* * * * * send-waiting-mails ?queue=mails
* * * * * release-due-rewards
* * * * * offer-unanswered
* * * * * drop-expired-closes
* * * * * expire-sanctions
*/10 * * * * pass-on-late-audits
25 * * * * remind-askers
5 * * * * forget-voices
5 * * * * count-waits
35 * * * * forget-typing
40 1 * * * review-topics
20 2 * * * recount-experts
0 5 * * * queue-due-guides
* * * * * end-objections
50 * * * * drop-unused-pictures
10 3 * * * verify-books
40 2 * * * weigh-everybody`;

/** When things run: each job calls one part, which can be called twice without harm. */
export const jobs = ({ db, perform, now, transport, log }: JobNeeds): TaskList => ({
  ...noticeJobs({ db, perform, now, transport }),
  ...forumJobs({ perform }),
  'weigh-around': async (payload) => {
    await weighAround(db, perform, (payload as Tasks['weigh-around']).memberId);
  },
  'weigh-everybody': async () => {
    await perform('system', forgetDevices);
    const { miscounted } = await weighEverybody(db, perform);
    if (miscounted > 0) log.error({ miscounted }, 'acceptances were miscounted');
  },
  'review-governance': async (payload) => {
    const { topicId } = payload as Tasks['review-governance'];
    await perform('system', (work) => reviewTopic(work, topicId, { atNight: false }));
  },
  'review-topics': () => reviewTopics(db, perform),
  'queue-due-guides': () => queueDueGuides(db, perform, now()),
  'recount-experts': async () => {
    await recountExperts(db, perform, now());
  },
  'pass-on-late-audits': async () => {
    await passOnLateAudits(db, perform, now());
  },
  'release-due-rewards': async () => {
    await fundWaitingRewards(db, perform);
    await releaseDueRewards(db, perform, now());
  },
  'drop-expired-closes': async () => {
    await dropExpiredCloses(db, perform);
  },
  'expire-sanctions': async () => {
    await expireSanctions(db, perform, now());
  },
  'end-objections': async () => {
    await endObjections(db, perform, now());
  },
  'verify-books': async () => {
    const broken = await verifyTonight(perform);
    if (broken) log.error({ broken }, 'the books are wrong');
  },
});

/** What nobody needs any more of what people write and read, and what it is counted into. */
const forumJobs = ({ perform }: Pick<JobNeeds, 'perform'>): TaskList => ({
  'forget-voices': () => perform('system', forgetVoices),
  'count-waits': () => perform('system', countWaits),
  'forget-typing': async () => {
    await perform('system', async (work) => {
      await deleteOldDrafts(work);
      await deleteLapsedNotes(work);
    });
  },
  'drop-unused-pictures': () => dropAllUnused(perform),
});

type MailNeeds = Omit<JobNeeds, 'log' | 'embedder'>;

/** What members are told, and the mails of it. */
const noticeJobs = ({ db, perform, now, transport }: MailNeeds): TaskList => ({
  'send-mail': async (payload) => {
    const { mailId } = payload as Tasks['send-mail'];
    await sendNewMail({ db, perform, transport, now }, mailId);
  },
  'send-waiting-mails': () => sendWaitingMails({ db, perform, transport, now }),
  'tell-followers': (payload) => tellFollowers(db, perform, payload as Tasks['tell-followers']),
  'tell-topic-followers': (payload) =>
    tellTopicFollowers(db, perform, payload as Tasks['tell-topic-followers']),
  'tell-of-merge': (payload) =>
    tellFollowersOfMerge(db, perform, (payload as Tasks['tell-of-merge']).mergeId),
  'remind-askers': async () => {
    await remindAskers(db, perform, now());
  },
  'offer-unanswered': async () => {
    await askExperts(perform);
    await queueUnanswered(db, perform, now());
  },
});
