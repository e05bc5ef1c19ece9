import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import type { QuestionId } from '../rows.ts';

/** The channel of PostgreSQL on which every process hears which questions have moved. */
export const LIVE_CHANNEL = 'live_questions';

/** Whoever watches a question is told that it has moved, once this work is done and not before. */
export async function tellWatchers(
  { trx }: Pick<Work, 'trx'>,
  { questionId }: { questionId: QuestionId },
): Promise<void> {
  await trx.raw('select pg_notify(?, ?)', [LIVE_CHANNEL, String(questionId)]);
}

/** There is a new answer, and whoever posted it is not writing it any more. */
export async function endAnswering(
  work: Work,
  { questionId, authorId }: { questionId: QuestionId; authorId: MemberId },
): Promise<void> {
  const note = { question_id: questionId, member_id: authorId };
  await work.trx('answering_notes').where(note).delete();
  await tellWatchers(work, { questionId });
}
