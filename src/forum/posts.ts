import type {
  AnswerId,
  AnswerRow,
  CommentId,
  CommentRow,
  QuestionId,
  QuestionRow,
} from './rows.ts';

/** Which question, answer or comment is meant. */
export type PostRef = { question: QuestionId } | { answer: AnswerId } | { comment: CommentId };

/** A post: anything that somebody wrote and that can be taken down. */
export type PostRow = QuestionRow | AnswerRow | CommentRow;
