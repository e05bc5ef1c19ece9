import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import type { AnswerId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import { settleItem } from '../queue/items.ts';
import type { OutdatedMarkRow } from '../rows.ts';

/** Readers are told from now on; what was said and what waits for a look is settled by it. */
export async function markOutdated(
  work: Work,
  id: AnswerId,
  { because, by }: { because: OutdatedMarkRow['because']; by: MemberId },
): Promise<void> {
  const marked = { because, marked_by: by, marked_at: work.at };
  const [mark] = await work
    .trx('outdated_marks')
    .insert({ answer_id: id, ...marked })
    .returning('id');
  assert(mark, 'a row that is put in comes back');
  await settleFlags(work, id);
  await work.record('answer marked outdated', { markId: mark.id });
}

/** Nobody is told any more, and whatever was said is settled. Says whether anything was. */
export async function endOutdated(
  work: Work,
  id: AnswerId,
  { because, by }: { because: 'edited' | 'works'; by: MemberId | null },
): Promise<boolean> {
  const ended = await work
    .trx('outdated_marks')
    .where({ answer_id: id, ended_at: null })
    .update({ ended_because: because, ended_by: by, ended_at: work.at });
  return (await settleFlags(work, id)) || ended > 0;
}

/** Nobody need look at what was removed, nor at what was said below it. */
export async function forgetRemoved(
  work: Work,
  { questionId, answerId, commentId }: Events['post removed'],
): Promise<void> {
  if (commentId !== null) return;
  const where = answerId === null ? { question_id: questionId } : { id: answerId };
  for (const { id } of await work.trx('answers').where(where).orderBy('id').select('id')) {
    await settleFlags(work, id);
  }
}

async function settleFlags(work: Work, id: AnswerId): Promise<boolean> {
  await settleItem(work, { kind: 'outdated', subject_id: id });
  const settled = await work
    .trx('outdated_flags')
    .where({ answer_id: id, settled_at: null })
    .update({ settled_at: work.at });
  return settled > 0;
}
