import assert from 'node:assert/strict';

import type { TopicSlug } from './community/topics.ts';
import {
  confirmKnownItem,
  pickKnownItem,
} from '../src/moderation/agreement/known-items/pick-known-item.ts';
import { writeFact } from '../src/moderation/facts/write-fact.ts';
import { as, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** What moderators keep at hand: official answers and prices, and an item whose answer is known. */
export function replayFacts(stage: Stage): Happening[] {
  const { daysAgo } = stage.calendar;
  const from = daysAgo(120, '09:00').toISOString().slice(0, 10);
  return [
    ...FACTS.map((fact, index) => ({
      at: daysAgo(90 - index, '10:05'),
      happen: async () => {
        const { topic, ...words } = fact;
        const known = await stage.db('topics').where({ slug: topic }).first('id');
        assert(known, 'the topic of a fact');
        const kind = fact.amount_minor === null ? 'answer' : 'price';
        const written = { ...words, kind, topic_id: known.id, valid_from: from } as const;
        await as(stage, 'Hannah', (work) => writeFact(work, written));
      },
    })),
    { at: daysAgo(2, '15:20'), happen: () => keepKnownItem(stage) },
  ];
}

/** The last answer that failed: Hannah picks it and Marcus agrees. */
async function keepKnownItem(stage: Stage): Promise<void> {
  const failed = await stage
    .db('verdicts')
    .where({ verdict: 'fail', undone_at: null })
    .orderBy('id', 'desc')
    .first('audit_id');
  assert(failed, 'an answer has failed');
  const why = 'What it says was right once. The price list has said otherwise since last year.';
  await as(stage, 'Hannah', (work) =>
    pickKnownItem(work, { audit: failed.audit_id, verdict: 'fail', why }),
  );
  const picked = await stage.db('known_items').first('id');
  assert(picked, 'it was picked');
  await as(stage, 'Marcus', (work) => confirmKnownItem(work, picked.id));
}

type Told = {
  topic: TopicSlug;
  title: string;
  body: string;
  amount_minor: bigint | null;
  source: string;
};

const FACTS: readonly Told[] = [
  {
    ...{ topic: 'roaming', title: 'Europe day pass', amount_minor: 250n },
    body: 'One day of calls, texts and data in 35 countries. The day ends at midnight UK time.',
    source: 'https://operator.example/prices/roaming',
  },
  {
    ...{ topic: 'sim-esim', title: 'eSIM stuck on Activating', amount_minor: null },
    body: 'Connect to Wi-Fi, restart, wait ten minutes. Never delete the eSIM: it works only once.',
    source: 'https://operator.example/help/esim',
  },
  {
    ...{ topic: 'billing', title: 'Calls to 0845 numbers', amount_minor: 65n },
    body: 'The access charge a minute. The service charge of the number comes on top.',
    source: 'https://operator.example/prices/numbers',
  },
];
