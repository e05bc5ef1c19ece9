import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import { holdPost } from '../../forum/held-post.ts';
import { postOf } from '../../trust/personal-data/settle-finding.ts';
import type { SuspicionId, SuspicionRow } from '../../trust/rows.ts';
import type { Work } from '../../work.ts';
import { openItem, settleItem } from '../queue/items.ts';

/** Puts a post that may be spam before staff. */
export async function queueSuspicion(
  work: Work,
  { suspicionId }: Events['post suspected'],
): Promise<void> {
  const suspicion = await findSuspicion(work, suspicionId);
  const { kind, author_id, reasons } = suspicion;
  const [first, ...others] = reasons;
  assert(first, 'a suspicion has a reason');
  const held = await holdPost(work, postOf(suspicion));
  await openItem(work, {
    ...{ kind, subject_id: suspicion.id, question_id: held.question.id },
    answer_id: held.kind === 'answer' ? held.post.id : null,
    ...{ member_id: author_id, risk: riskOf(suspicion), reasons: [first, ...others] },
    barred: [author_id],
  });
}

/** Takes out of the queue what was decided. */
export async function settleSuspicionItem(
  work: Work,
  { suspicionId }: Events['suspicion settled'],
): Promise<void> {
  const { kind, id } = await findSuspicion(work, suspicionId);
  await settleItem(work, { kind, subject_id: id });
}

/** What readers see meanwhile is looked at first; whoever is new should not wait for days. */
const riskOf = ({ held, score }: SuspicionRow) => (held ? 3 : (score ?? 0) >= 90 ? 4 : 2);

async function findSuspicion({ trx }: Work, id: SuspicionId): Promise<SuspicionRow> {
  const suspicion = await trx('suspicions').where({ id }).first();
  assert(suspicion, 'what is suspected is written down');
  return suspicion;
}
