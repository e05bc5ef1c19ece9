import type { MemberId } from '../members/rows.ts';
import type { AcceptanceId, AnswerId, CommentId, QuestionId, QuestionSplitId } from './rows.ts';

/** What events about an acceptance carry. */
export type Accepted = {
  acceptanceId: AcceptanceId;
  answerId: AnswerId;
  questionId: QuestionId;
  askerId: MemberId;
  authorId: MemberId;
};

/** What events about a post carry; of a comment no answer, which they are not about. */
export type Posted = {
  questionId: QuestionId;
  answerId: AnswerId | null;
  commentId: CommentId | null;
  authorId: MemberId;
};

/** What events about a split carry: the question that came out of another, and that other. */
export type Split = { splitId: QuestionSplitId; questionId: QuestionId; fromId: QuestionId };
