import type { Markdown } from '../../forum/markdown.ts';
import type { QuestionId, QuestionRow } from '../../forum/rows.ts';
import { splitQuestion, type Splitting } from '../../forum/threads/split-question.ts';
import { undoSplit } from '../../forum/threads/undo-split.ts';
import { found, Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';

/** A moderator makes a question of its own of part of a thread, and says why; answers the new one. */
export async function splitThread(
  work: Work,
  markdown: Markdown,
  splitting: Splitting,
): Promise<QuestionRow> {
  actingModerator(work);
  if (splitting.reason.trim() === '') throw new Invalid({ reason: 'Say why.' });
  const { from_id, to_id, reason } = await splitQuestion(work, markdown, splitting);
  await logAct(work, {
    ...{ act: 'question-split', subject: `question:${String(from_id)}`, reason },
    note: `into question:${String(to_id)}`,
  });
  return found(await work.trx('questions').where({ id: to_id }).first(), 'question');
}

/** A moderator takes that back, and says why; answers the question that it came out of. */
export async function unsplitThread(
  work: Work,
  undoing: { question: QuestionId; reason: string },
): Promise<QuestionRow> {
  actingModerator(work);
  if (undoing.reason.trim() === '') throw new Invalid({ reason: 'Say why.' });
  const { from_id, to_id } = await undoSplit(work, undoing);
  await logAct(work, {
    ...{ act: 'split-undone', subject: `question:${String(to_id)}`, reason: undoing.reason },
    note: `back into question:${String(from_id)}`,
  });
  return found(await work.trx('questions').where({ id: from_id }).first(), 'question');
}
