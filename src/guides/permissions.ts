import { mayModerate } from '../forum/permissions.ts';
import type { AcceptanceRow, AnswerRow, QuestionRow } from '../forum/rows.ts';
import type { MemberRow } from '../members/rows.ts';

/** Moderators write guides, and see those that readers do not. */
export const mayKeepGuides = (actor: Pick<MemberRow, 'role'> | undefined): boolean =>
  actor !== undefined && mayModerate(actor);

/** What a guide can be made of: an answer that readers see and that was accepted or is our own. */
export const canBeGuide = (
  question: Pick<QuestionRow, 'removed_at'>,
  answer: Pick<AnswerRow, 'id' | 'by_staff' | 'removed_at'>,
  acceptance: Pick<AcceptanceRow, 'answer_id'> | null | undefined,
): boolean =>
  question.removed_at === null &&
  answer.removed_at === null &&
  (answer.by_staff || acceptance?.answer_id === answer.id);
