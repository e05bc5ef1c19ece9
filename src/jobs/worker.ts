import { Logger as QueueLogger, run } from 'graphile-worker';
import pg from 'pg';

import { APP_ROLE } from '../db/migrate.ts';
import { findPairs } from '../forum/duplicates/find-pairs.ts';
import { learnQuestions, relearnUnplaced } from '../forum/similar/learn-questions.ts';
import { createLists } from '../forum/similar/lists.ts';
import { sealTransfers } from '../ledger/seal.ts';
import { foldTotals } from '../ledger/totals.ts';
import { jobs, TIMETABLE, type JobNeeds } from './jobs.ts';

type WorkerNeeds = JobNeeds & {
  /** A direct connection: the queue listens, which no transaction pooler lets through. */
  databaseUrl: string;
};

export type Worker = { stop: () => Promise<void> };

/** Milliseconds: oftener than the queue's timetable can say, for exports wait for it. */
const SEAL_EVERY = 1_000;

/** Milliseconds: whoever asks what was asked a moment ago is shown it. */
const LEARN_EVERY = 1_000;

/** Starts the job worker; it acts as the site's own role and makes no tables. */
export async function startWorker(needs: WorkerNeeds): Promise<Worker> {
  const { databaseUrl: connectionString, log, db, perform, now, embedder } = needs;
  const pool = new pg.Pool({ connectionString, max: 4, options: `-c role=${APP_ROLE}` });
  const sayWhy = (error: unknown) => {
    log.warn({ err: error }, 'the worker lost a connection');
  };
  pool.on('error', sayWhy);
  pool.on('connect', (client) => client.on('error', sayWhy));
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    logger: new QueueLogger(() => (level, message) => {
      if (['error', 'warning'].includes(level)) log.warn({ job: message }, 'queue');
    }),
    taskList: jobs(needs),
    crontab: TIMETABLE,
  });
  const sealing = repeat(SEAL_EVERY, () => sealTransfers(db).then(() => foldTotals(db)), sayWhy);
  if (embedder) await perform('system', (work) => relearnUnplaced(work, embedder));
  const matcher = { embedder, lists: createLists() };
  const learning = repeat(
    LEARN_EVERY,
    async (isOver) => {
      await learnQuestions(db, perform, { embedder, isOver });
      await findPairs(db, perform, { matcher, now: now(), isOver });
    },
    sayWhy,
  );
  return {
    stop: async () => {
      await Promise.all([sealing.stop(), learning.stop()]);
      await runner.stop();
      await pool.end();
    },
  };
}

/** Does something again and again, a while after it was done; stopping waits until it is done. */
function repeat(
  every: number,
  task: (isOver: () => boolean) => Promise<unknown>,
  sayWhy: (error: unknown) => void,
) {
  let over = false;
  let wake: () => void = () => undefined;
  const run = async () => {
    while (!over) {
      await task(() => over).catch(sayWhy);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, every).unref();
      });
    }
  };
  const running = run();
  return {
    stop: async () => {
      over = true;
      wake();
      await running;
    },
  };
}
