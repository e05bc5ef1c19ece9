import type { AnswerId, CommentId, QuestionId } from '../forum/rows.ts';
import type { CaseId } from '../handoff/rows.ts';
import type { MemberId } from '../members/rows.ts';
import type { Mail } from './mail.ts';

/** Something to tell a member: in the list on the site, by mail or both, as they have chosen. */
export type Notice = Pick<Mail, 'kind' | 'memberId' | 'dedupeKey' | 'subject' | 'text'> & {
  /** Where it leads, unless `path` says where on the site; also the mail's button. */
  button: NonNullable<Mail['button']>;
  path?: string;
  /** The thread that it is about, and the post. */
  about?: { questionId: QuestionId; answerId?: AnswerId | null; commentId?: CommentId | null };
  /** The private conversation that it is about. */
  caseId?: CaseId;
  /** Whose doing it is: whoever has blocked them is not told. */
  by?: MemberId;
  /** Not before; at once unless named. */
  sendAfter?: Date;
};
