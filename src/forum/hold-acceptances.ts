import type { Work } from '../work.ts';
import type { HeldPost } from './held-post.ts';
import type { AcceptanceRow, QuestionRow } from './rows.ts';

/**
 * The acceptances that stand only while readers can see a post, their questions held still: the
 * question's own first, then those of questions that were merged into it.
 */
export async function holdLiveAcceptances(
  work: Work,
  { kind, post, question }: HeldPost,
): Promise<AcceptanceRow[]> {
  if (kind === 'comment') return [];
  const merged = await holdMergedInto(work, question);
  const asked = [question, ...merged].map(({ id }) => id);
  const live = work.trx('acceptances').whereIn('question_id', asked).where({ withdrawn_at: null });
  if (kind === 'answer') void live.where({ answer_id: post.id });
  const own = ({ question_id }: AcceptanceRow) => Number(question_id === question.id);
  return (await live.orderBy('id')).sort((one, other) => own(other) - own(one));
}

/** The questions that lead to one that is held, held still after it. */
export const holdMergedInto = (
  work: Work,
  { id }: Pick<QuestionRow, 'id'>,
): Promise<QuestionRow[]> =>
  work.trx('questions').where({ merged_into: id }).orderBy('id').forUpdate();
