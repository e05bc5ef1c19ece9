import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import type { TopicId } from '../../forum/rows.ts';
import type { Work } from '../../work.ts';
import { settleItem } from '../queue/items.ts';
import { STEWARDS_NEEDED } from './decide-mode.ts';
import { countUnbiased } from './recusal.ts';
import { readSettings } from './settings.ts';

/** From this risk on staff look themselves: it was called for, flagged, edited or accepted in haste. */
const RISKY = 4;

/**
 * Puts an audit that was drawn before the stewards of its topic, where the topic is mixed or the
 * community's and enough of them have no part in it. It waits for staff again once they have had
 * their say, or their hours.
 */
export async function sendToStewards(
  work: Work,
  { auditId, acceptanceId }: Events['audit drawn'],
): Promise<void> {
  const topic = await findTopic(work, acceptanceId);
  if (topic.mode === 'staff' || (await isRisky(work, auditId))) return;
  const settings = await readSettings(work.trx);
  const needed = topic.mode === 'community' ? STEWARDS_NEEDED : 1;
  const about = { topicId: topic.topic_id, acceptanceId };
  if ((await countUnbiased(work.trx, about, { ...settings, at: work.at })) < needed) return;
  await work.trx('steward_audits').insert({
    ...{ audit_id: auditId, topic_id: topic.topic_id, mode: topic.mode, opened_at: work.at },
    due_at: new Date(work.at.getTime() + settings.steward_hours * HOUR),
  });
  await settleItem(work, { kind: 'audit', subject_id: auditId });
}

const HOUR = 3_600_000;

/** Held, so that the dial does not turn between the look at it and what follows. */
async function findTopic(work: Work, acceptanceId: Events['audit drawn']['acceptanceId']) {
  const question: { topic_id: TopicId } | undefined = await work
    .trx('acceptances')
    .join('questions', 'questions.id', 'acceptances.question_id')
    .where('acceptances.id', acceptanceId)
    .first('questions.topic_id');
  assert(question, 'an acceptance is of an answer to a question');
  const { topic_id } = question;
  const row = await work.trx('topic_modes').where({ topic_id }).forShare().first('mode');
  return { topic_id, mode: row?.mode ?? ('staff' as const) };
}

async function isRisky(work: Work, auditId: Events['audit drawn']['auditId']): Promise<boolean> {
  const item = await work
    .trx('queue_items')
    .where({ kind: 'audit', subject_id: auditId, state: 'waiting' })
    .first('risk');
  return item !== undefined && item.risk >= RISKY;
}
