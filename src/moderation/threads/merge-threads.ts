import { mergeQuestions, type Merging } from '../../forum/threads/merge-questions.ts';
import { undoMerge, type Undoing } from '../../forum/threads/undo-merge.ts';
import { Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';

/** A moderator makes one question of two that ask the same, and says why. */
export async function mergeThreads(work: Work, merging: Merging): Promise<void> {
  actingModerator(work);
  if (merging.reason.trim() === '') throw new Invalid({ reason: 'Say why they are one.' });
  const { source_id, target_id, reason } = await mergeQuestions(work, merging);
  await logAct(work, {
    ...{ act: 'question-merged', subject: `question:${String(source_id)}`, reason },
    note: `into question:${String(target_id)}`,
  });
}

/** A moderator makes two of them again, and says why. */
export async function unmergeThreads(work: Work, undoing: Undoing): Promise<void> {
  actingModerator(work);
  if (undoing.reason.trim() === '') throw new Invalid({ reason: 'Say why they are two.' });
  const { source_id, target_id } = await undoMerge(work, undoing);
  await logAct(work, {
    ...{ act: 'merge-undone', subject: `question:${String(source_id)}`, reason: undoing.reason },
    note: `out of question:${String(target_id)}`,
  });
}
