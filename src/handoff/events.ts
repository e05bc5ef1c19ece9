import type { AnswerId, QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';
import type { CaseId, CaseMessageId } from './rows.ts';

/** What can happen to private cases. */
export type CaseEvents = {
  'case waits': {
    caseId: CaseId;
    memberId: MemberId;
    questionId: QuestionId | null;
    answerId: AnswerId | null;
    dueAt: Date;
    /** Whether we have never replied in it. */
    isFirst: boolean;
  };
  'case rests': { caseId: CaseId };
  /** Also when an admin has taken out what it said. */
  'case message written': { caseId: CaseId; messageId: CaseMessageId };
  'case replied': { caseId: CaseId; messageId: CaseMessageId; memberId: MemberId };
  'case closed': { caseId: CaseId; memberId: MemberId };
  'case promise changed': { version: number; reason: string };
};
