import type { Knex } from 'knex';

import { operatorOf } from '../src/build.ts';
import type { Secrets } from '../src/config-secrets.ts';
import type { Config } from '../src/config.ts';
import { connect } from '../src/db/connect.ts';
import type { Database } from '../src/db/open.ts';
import { createTopic } from '../src/forum/create-topic.ts';
import { countWaits } from '../src/forum/waits/count-waits.ts';
import { createSeenMarker } from '../src/forum/live/seen-marker.ts';
import { createViewCounter } from '../src/forum/view-counter.ts';
import { verifyBooks } from '../src/finance/proof/verify-books.ts';
import { sealTransfers } from '../src/ledger/seal.ts';
import { createPasswords } from '../src/members/passwords.ts';
import { reactionsToHistory } from '../src/reactions/to-history.ts';
import { maskingMarkdown } from '../src/trust/personal-data/masking-markdown.ts';
import { createMarkdown } from '../src/web/markdown.ts';
import { performer } from '../src/work.ts';
import { people } from './community/people.ts';
import { threads } from './community/threads.ts';
import { topics } from './community/topics.ts';
import { replayAdjustments } from './replay-adjustments.ts';
import { replayAgreement } from './replay-agreement.ts';
import { replayAppeals } from './replay-appeals.ts';
import { replayCanned } from './replay-canned.ts';
import { replayCases } from './replay-cases.ts';
import { replayDesk } from './replay-desk.ts';
import { replayCloses, replayQuietDays } from './replay-finance.ts';
import { replayNotes } from './replay-notes.ts';
import { replayFraud } from './replay-fraud.ts';
import { replayFacts } from './replay-facts.ts';
import { replayGuides } from './replay-guides.ts';
import { replayLately } from './replay-lately.ts';
import { replayPeople } from './replay-people.ts';
import { replayReaders } from './replay-readers.ts';
import { replayReports } from './replay-reports.ts';
import { replayRules } from './replay-rules.ts';
import { replayScreened } from './replay-screened.ts';
import { replaySearches } from './replay-searches.ts';
import { replaySilent } from './replay-silent.ts';
import { replayStewards } from './replay-stewards.ts';
import { replayThread } from './replay-thread.ts';
import { replayTidying } from './replay-tidying.ts';
import { replayWarnings } from './replay-warnings.ts';
import { as, type Stage } from './stage.ts';
import { toldReactions } from './told-reactions.ts';
import { calendarOf, type Happening, inOrder } from './timeline.ts';

/** Everybody's in the demonstration; nobody's anywhere else. */
const PASSWORD = 'goodline demo only';
const DAYS = 123;

type Needs = { ownerUrl: string; config: Config; secrets: Secrets; now: () => Date };

/** An empty embedded database gets the demonstration; another only when asked; production never. */
export async function wantsDemo(
  { ownerUrl, embedded }: Pick<Database, 'ownerUrl' | 'embedded'>,
  { NODE_ENV, SEED }: Config,
): Promise<boolean> {
  if (NODE_ENV === 'production' || (!embedded && SEED !== 'demo')) return false;
  return withOwner(ownerUrl, async (db) => {
    const clock = await db('ledger_clock').first();
    if (clock?.tolerance === null) throw new Error(CUT_SHORT);
    return (await db('members').first('id')) === undefined;
  });
}

/** Only the replay stops the ledger's clock, and starts it again when it is whole. */
const CUT_SHORT =
  'The demonstration was cut short while it was being seeded. ' +
  'Remove DATA_DIR, or the database that DATABASE_URL names, and start again.';

/** Replays four months of the demonstration community, by the commands that people use. */
export const seedDemo = ({ ownerUrl, config, secrets, now }: Needs): Promise<void> =>
  withOwner(ownerUrl, async (db) => {
    let clock = now();
    const operator = operatorOf(config, { name: config.SITE_NAME });
    const perform = performer({ db, operator, reactions: reactionsToHistory, now: () => clock });
    const markdown = maskingMarkdown(createMarkdown(), operator);
    const calendar = calendarOf(now(), config.TIME_ZONE);
    const made = { members: new Map(), questions: new Map(), answers: new Map() };
    const performTold = performer({ db, operator, reactions: toldReactions, now: () => clock });
    const stage: Stage = { db, perform, performTold, calendar, markdown, ...made };
    const passwords = createPasswords({ pepper: secrets.PASSWORD_PEPPER });
    const counting = { secret: secrets.SESSION_SECRET, timeZone: config.TIME_ZONE };
    const passwordHash = await passwords.hash(PASSWORD);
    const story = [...tell(stage, passwordHash), ...replaySearches(stage, counting)];

    await db('ledger_clock').update({ tolerance: null });
    for (const { at, happen } of inOrder(story)) {
      clock = at;
      await happen();
    }
    await db('ledger_clock').update({ tolerance: '60 seconds' });
    await sealTransfers(db);
    clock = now();
    await perform('system', (work) => verifyBooks(work, 'shell'));
    await countReaders(stage);
    await perform('system', countWaits);
  });

const tell = (stage: Stage, passwordHash: string): Happening[] => [
  ...replayPeople(stage, passwordHash),
  { at: stage.calendar.daysAgo(122, '09:30'), happen: () => openTopics(stage) },
  ...replayQuietDays(stage, DAYS),
  ...replayCloses(stage, DAYS),
  ...replayAdjustments(stage),
  ...replayRules(stage),
  ...replayFacts(stage),
  ...replayFraud(stage),
  ...replayCanned(stage),
  ...replayCases(stage),
  ...replayNotes(stage),
  ...replayStewards(stage),
  ...replayAgreement(stage),
  ...threads.flatMap((thread) => replayThread(stage, thread)),
  ...replayDesk(stage),
  ...replayReports(stage),
  ...replayWarnings(stage),
  ...replayAppeals(stage),
  ...replayScreened(stage),
  ...replaySilent(stage),
  ...replayGuides(stage),
  ...replayReaders(stage),
  ...replayLately(stage),
  ...replayTidying(stage),
];

async function openTopics(stage: Stage): Promise<void> {
  for (const topic of topics) await as(stage, 'Ada', (work) => createTopic(work, topic));
}

/** Nine of ten who come only read: more of them where others said that they have this too. */
async function countReaders({ db, questions, calendar }: Stage): Promise<void> {
  const views = createViewCounter(db);
  const seen = createSeenMarker(db, () => calendar.now);
  for (const thread of threads) {
    const id = questions.get(thread);
    const interest = (thread.meToo ?? []).length * 41 + (thread.up ?? []).length * 19;
    const readers = interest + thread.answers.length * 23 + ((thread.title.length * 7) % 60);
    for (let count = 0; id && count < readers; count += 1) views.saw(id);
    if (id && readers > 0) seen.saw(id);
  }
  await views.flush();
  await seen.flush();
}

/** The demonstration's sign-ins as a start prints them; nothing where it was not seeded. */
export async function signIns(db: Knex): Promise<string> {
  const known = await db('members').where({ email_key: 'ada@goodline.example' }).first('id');
  if (!known) return '\n';
  const shown = people.slice(0, 9).map(({ name, role }) => {
    return `    ${`${name.toLowerCase()}@goodline.example`.padEnd(28)}${role}`;
  });
  return `\n  Sign in as one of these; the password is “${PASSWORD}”:\n\n${shown.join('\n')}\n\n`;
}

/** History is replayed once and can be replayed again, so its commits need not wait for the disk. */
async function withOwner<T>(ownerUrl: string, task: (db: Knex) => Promise<T>): Promise<T> {
  const url = new URL(ownerUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  const db = connect(url.href, { pool: { min: 0, max: 2 }, applicationName: 'goodline seed' });
  try {
    return await task(db);
  } finally {
    await db.destroy();
  }
}
