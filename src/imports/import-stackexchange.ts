import type { Knex } from 'knex';

import { importTopic } from '../forum/import-topic.ts';
import type { Markdown } from '../forum/markdown.ts';
import { mayAskIn } from '../forum/permissions.ts';
import type { TopicRow } from '../forum/rows.ts';
import type { Month } from '../ledger/dates.ts';
import { sealTransfers } from '../ledger/seal.ts';
import { listPeriods } from '../ledger/periods.ts';
import { performer, type Operator, type Perform, type Reactions } from '../work.ts';
import { ImportError } from './dump-error.ts';
import type { Dump } from './dump.ts';
import { readKnown } from './known.ts';
import { replay } from './replay.ts';
import { emptyReport, type ImportReport } from './report.ts';
import type { Site } from './site.ts';
import { timelineOf } from './timeline.ts';

export type ImportNeeds = {
  /** Signed in as the database's owner: nobody else may open months long past. */
  db: Knex;
  /** What follows from what happened long ago. */
  reactions: Reactions;
  operator: Operator;
  markdown: Markdown;
  now: () => Date;
  /** Called after every step. */
  onProgress?: (done: number, total: number) => void;
};

/**
 * Brings another community in: what its people did, they do again here, in the order and at the
 * instants of the dump, by the same commands as everybody. What an earlier import has brought
 * stays as it is, so an import that was cut short is finished by another.
 *
 * @throws ImportError where another import is running, or the topic takes no questions.
 */
export async function importStackExchange(
  needs: ImportNeeds,
  { dump, site }: { dump: Dump; site: Site },
): Promise<ImportReport> {
  const performAt = (instant: Date): Perform => performer({ ...needs, now: () => instant });
  return alone(performAt(needs.now()), async () => {
    const topic = await topicOf(performAt(needs.now()), site);
    const report = emptyReport(site, topic.name, dump);
    const known = await readKnown(needs.db, site);
    const steps = timelineOf(dump);
    for (const [index, step] of steps.entries()) {
      await replay(step, { ...needs, performAt, site, topic, known, report });
      needs.onProgress?.(index + 1, steps.length);
    }
    await sealTransfers(needs.db);
    return { ...report, closedAlready: await closedAfter(needs.db, report.held.since) };
  });
}

/** Runs a task unless another import is running; the lock ends with this process, however it ends. */
const alone = <T>(perform: Perform, task: () => Promise<T>): Promise<T> =>
  perform('system', async ({ trx }) => {
    const { rows } = await trx.raw<{ rows: [{ free: boolean }] }>(
      "select pg_try_advisory_xact_lock(hashtext('goodline import')) as free",
    );
    if (!rows[0].free) {
      throw new ImportError('Another import is running. Wait until it is over, then try again.');
    }
    return task();
  });

async function topicOf(perform: Perform, { key: slug, name }: Site): Promise<TopicRow> {
  const topic = await perform('system', (work) => importTopic(work, { slug, name }));
  if (mayAskIn(topic)) return topic;
  throw new ImportError(
    `The topic ${topic.name} is archived. Open it again, or give another name with --site.`,
  );
}

/** The months that were closed before something was booked ahead of them, the earliest first. */
async function closedAfter(db: Knex, month: Month | null): Promise<Month[]> {
  const periods = (await listPeriods(db)).reverse();
  if (!periods.some(({ id, state }) => id === month && state === 'open')) return [];
  return periods.flatMap(({ id, state }) => (state === 'closed' && id > (month ?? '') ? [id] : []));
}
