import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { actorId, type Work } from '../../work.ts';
import type { SpamLessonRow } from '../rows.ts';
import { judge, type Counts, type Judgement } from './bayes.ts';
import { tokensOf } from './tokens.ts';

/** Learns from a decision that a text is spam or fine; a later one of the same takes its place. */
export async function teach(
  work: Work,
  { subject, label, text }: Pick<SpamLessonRow, 'subject' | 'label'> & { text: string },
): Promise<void> {
  await unteach(work, subject);
  const tokens = tokensOf(text, work.operator.siteUrl).toSorted();
  await work.trx('spam_lessons').insert({
    ...{ subject, label, tokens, taught_by: actorId(work), taught_at: work.at },
  });
  await count(work, { label, tokens }, 1);
}

/** Forgets what was learnt from a decision that is undone; nothing where nothing was. */
export async function unteach(work: Work, subject: string): Promise<void> {
  const [lesson] = await work
    .trx('spam_lessons')
    .where({ subject, undone_at: null })
    .update({ undone_at: work.at })
    .returning('*');
  if (lesson) await count(work, lesson, -1);
}

/** How likely a text is spam by what was learnt, and why; undefined while that is too little. */
export async function readJudgement(
  db: Knex,
  text: string,
  siteUrl: string,
): Promise<Judgement | undefined> {
  const tokens = tokensOf(text, siteUrl);
  const known = await db('spam_tokens').whereIn('token', tokens);
  const total = await db('spam_totals').first();
  assert(total, 'the totals are made with their table');
  return judge(tokens, new Map(known.map((row) => [row.token, row satisfies Counts])), total);
}

/** The totals first, which makes lessons wait for each other; tokens in their order. */
async function count(
  { trx }: Work,
  { label, tokens }: Pick<SpamLessonRow, 'label' | 'tokens'>,
  by: 1 | -1,
): Promise<void> {
  await trx('spam_totals').increment(label, by);
  await trx.raw(
    `insert into spam_tokens as known (token, ??)
     select token, greatest(?::int, 0) from unnest(?::text[]) token order by token
     on conflict (token) do update set ?? = known.?? + ?`,
    [label, by, tokens, label, label, by],
  );
}
