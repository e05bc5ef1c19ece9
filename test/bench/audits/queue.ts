import { strict as assert } from 'node:assert';

import type { Knex } from 'knex';

import { connect } from '#src/db/connect.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { claimItem } from '#src/moderation/queue/claim-item.ts';
import { countQueue, readQueue } from '#src/moderation/queue/read-queue.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { readRound } from '#src/web/moderation/queue/round.ts';
import { performer } from '#src/work.ts';
import { operator } from '#test/support/domain.ts';
import { interleave } from '../rounds.ts';
import type { Bench, Found } from '../suite.ts';
import { keepQueues, NOW } from './waiting.ts';

/** What the next item costs where a hundred thousand wait, against a thousand. */
export async function benchQueue({ server, plan, say, queues = QUEUES }: Bench): Promise<Found> {
  await keepQueues(server, queues);
  const open = async (database: string): Promise<Desk> => {
    const db = connect(server.url(database, 'app'), { pool: { min: 1, max: 4 } });
    const moderator = await db('members').where({ role: 'moderator' }).orderBy('id').first();
    assert(moderator, 'the queue has a moderator');
    return { db, moderator };
  };
  const [few, many] = [await open('bench_queue_small'), await open('bench_queue_large')];
  const often = (task: () => Promise<unknown>) => () => milliseconds(task, plan.seconds);
  const found = await interleave(plan.rounds, {
    'next item, small': often(() => readNext(few)),
    'next item, large': often(() => readNext(many)),
    'claim, small': often(() => claimNext(few)),
    'claim, large': often(() => claimNext(many)),
    'desk, small': often(() => readDesk(few)),
    'desk, large': often(() => readDesk(many)),
  });
  await Promise.all([few.db.destroy(), many.db.destroy()]);
  for (const [name, { median }] of Object.entries(found)) say(`  ${name}: ${median.toFixed(2)} ms`);
  const ratio = (what: 'next item' | 'claim' | 'desk') =>
    found[`${what}, large`].median / found[`${what}, small`].median;
  const [of, to] = [queues.large, queues.small].map((count) => count.toLocaleString('en-GB'));
  const than = `of ${String(of)} waiting, of the same of ${String(to)}`;
  return {
    gates: [
      { name: `The next item ${than}`, measured: ratio('next item'), atMost: 2, unit: '×' },
      { name: `Reading and claiming it ${than}`, measured: ratio('claim'), atMost: 2, unit: '×' },
      { name: `All that surrounds it ${than}`, measured: ratio('desk'), atMost: 2, unit: '×' },
    ],
    figures: { queues, milliseconds: found },
  };
}

const QUEUES = { small: 1_000, large: 100_000 };

type Desk = { db: Knex; moderator: MemberRow };

async function readNext({ db, moderator }: Desk) {
  const [next] = await readQueue(db, moderator, { at: NOW, limit: 1 });
  assert(next, 'something waits');
  return next;
}

async function claimNext({ db, moderator }: Desk): Promise<void> {
  const next = await readNext({ db, moderator });
  const perform = performer({ db, reactions, operator, now: () => NOW });
  await perform(moderator, (work) => claimItem(work, next));
}

/** What the desk reads of the queue around an item, and the count that stands in the head. */
async function readDesk({ db, moderator }: Desk): Promise<void> {
  const next = await readNext({ db, moderator });
  await Promise.all([
    readRound(db, moderator, next, { at: NOW, kind: undefined }),
    countQueue(db, moderator, NOW),
  ]);
}

/** The median of as many goes as fit. */
async function milliseconds(task: () => Promise<unknown>, seconds: number): Promise<number> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (times.length < 3 || performance.now() < end) {
    const start = performance.now();
    await task();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}
