import assert from 'node:assert/strict';

import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import type { NewQueueItemRow, QueueItemRow } from '../rows.ts';
import { dueAfter } from './due.ts';

/** What an item stands for: the kind, and the id in its own part's table. */
export type Subject = Pick<QueueItemRow, 'kind' | 'subject_id'>;

/** What is put before staff; `reasons` are codes, the weightiest first, that the pages put in words. */
export type NewItem = Subject &
  Pick<NewQueueItemRow, 'question_id' | 'answer_id' | 'member_id' | 'only_for'> & {
    /** From 1, a spot check, to 5, harm while it waits. */
    risk: number;
    reasons: readonly [string, ...string[]];
    /** Who has a part in it and may not decide it. */
    barred: readonly MemberId[];
    /** Where somebody was promised an instant; by the risk unless given. */
    dueAt?: Date;
  };

/** Puts something in the queue; what waits there already is weighed and named anew, and keeps its age. */
export async function openItem(
  work: Work,
  { reasons, barred, dueAt, ...item }: NewItem,
): Promise<void> {
  const said = { risk: item.risk, reasons: [...reasons], barred: [...new Set(barred)] };
  const waiting = await work.trx('queue_items').where(waitingFor(item)).forUpdate().first();
  if (waiting) {
    const due_at = dueAt ?? dueAfter(waiting.opened_at, item.risk);
    await work
      .trx('queue_items')
      .where({ id: waiting.id })
      .update({ ...said, due_at });
    return;
  }
  await work.trx('queue_items').insert({
    ...{ ...item, ...said, opened_at: work.at },
    due_at: dueAt ?? dueAfter(work.at, item.risk),
  });
}

/** Takes something out of the queue, decided or no longer there to be; harmless where it does not wait. */
export async function settleItem(work: Work, subject: Subject): Promise<void> {
  await work
    .trx('queue_items')
    .where(waitingFor(subject))
    .update({ state: 'settled', settled_at: work.at, claimed_by: null, claimed_until: null });
}

/** Lets go of something that waits, for whoever comes next. */
export async function freeItem(work: Work, subject: Subject): Promise<void> {
  await work
    .trx('queue_items')
    .where(waitingFor(subject))
    .update({ claimed_by: null, claimed_until: null });
}

/** Puts back, with its age and reasons, what a decision had taken out and is undone. */
export async function reopenItem(work: Work, { kind, subject_id }: Subject): Promise<void> {
  const settled = await work
    .trx('queue_items')
    .where({ kind, subject_id, state: 'settled' })
    .orderBy('id', 'desc')
    .first();
  assert(settled, `${kind} ${String(subject_id)} has waited before`);
  const waits = { state: 'waiting', settled_at: null } as const;
  await work.trx('queue_items').where({ id: settled.id }).update(waits);
}

const waitingFor = ({ kind, subject_id }: Subject) => ({
  ...{ kind, subject_id, state: 'waiting' as const },
});
