import { Conflict, Invalid, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { holdQuestion, refuseRemoved } from '../hold.ts';
import { mayModerate } from '../permissions.ts';
import type { QuestionId } from '../rows.ts';
import { endWait, reviewWait } from '../unanswered/review-wait.ts';

/** Characters of the reason that readers see, at most. */
export const LOCK_REASON_MOST = 300;

/**
 * A moderator closes a thread to new answers and comments, but our team's, and tells its readers
 * why. Accepting, voting and mending one's own words stay possible. Twice is refused (409).
 */
export async function lockQuestion(work: Work, id: QuestionId, reason: string): Promise<void> {
  const question = await holdToLock(work, id);
  if (question.locked_at !== null) throw new Conflict('This thread is locked already.');
  if (reason === '' || [...reason].length > LOCK_REASON_MOST) {
    throw new Invalid({ reason: `Tell readers why, in ${String(LOCK_REASON_MOST)} characters.` });
  }
  const locked = { locked_at: work.at, lock_reason: reason };
  await work.trx('questions').where({ id }).update(locked);
  await endWait(work, { questionId: id });
}

/** Opens a thread again; one that is not locked is refused (409). */
export async function unlockQuestion(work: Work, id: QuestionId): Promise<void> {
  const question = await holdToLock(work, id);
  if (question.locked_at === null) throw new Conflict('This thread is not locked any more.');
  await work.trx('questions').where({ id }).update({ locked_at: null, lock_reason: null });
  await reviewWait(work, { questionId: id });
}

async function holdToLock(work: Work, id: QuestionId) {
  if (!mayModerate(actingMember(work))) throw new NotAllowed('Only moderators can lock threads.');
  const question = await holdQuestion(work, id);
  refuseRemoved(question);
  return question;
}
